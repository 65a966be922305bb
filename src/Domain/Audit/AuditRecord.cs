using System.Collections.Immutable;

namespace Safeguard.Domain.Audit;

/// <summary>One auditor's stream as the rules need it: what is in it already, so that a repeat adds nothing.</summary>
public sealed record AuditRecord
{
    public const string StreamType = "audit";

    public static Aggregate<AuditRecord, AuditEvent> Aggregate { get; } =
        new(StreamType, new(), static (record, happened, _) => record.Evolve(happened));

    public ImmutableHashSet<Guid> Samples { get; init; } = [];

    public ImmutableHashSet<Guid> Findings { get; init; } = [];

    private AuditRecord Evolve(AuditEvent happened) => happened switch
    {
        SampleDrawn e => this with { Samples = Samples.Add(e.Sample) },
        FindingRecorded e => this with { Findings = Findings.Add(e.Finding) },
        _ => this,
    };
}
