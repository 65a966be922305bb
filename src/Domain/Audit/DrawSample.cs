using Safeguard.Domain.Access;

namespace Safeguard.Domain.Audit;

/// <summary>
/// An auditor draws records of one panel at random, from those that began in a period (R24). The draw is a pure
/// function of the seed and of the records, in whatever order they are given.
/// </summary>
/// <param name="Records">Everything of the panel that began in the period, as the application found it.</param>
public sealed record DrawSample(
    Guid Sample, PanelId Panel, int Seed, int Size, DateTimeOffset From, DateTimeOffset To,
    IReadOnlyList<ReadItem> Records)
{
    /// <summary>More than a person reads with care. No source says how many; it is not policy.</summary>
    public const int MostDrawn = 100;

    public static Decision<AuditEvent> Decide(DrawSample command, AuditRecord record, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Is(Role.Auditor)) return new NotAnAuditor();
        if (record.Samples.Contains(command.Sample)) return Decision<AuditEvent>.AlreadySo;
        if (command.Size is < 1 or > MostDrawn) return new SampleOfNoSize();
        if (command.To <= command.From) return new PeriodWithoutTime();
        var records = command.Records.Distinct()
            .OrderBy(item => item.Kind, StringComparer.Ordinal).ThenBy(item => item.Id).ToArray();
        if (records.Length == 0) return new NothingToDraw();
        return new SampleDrawn(
            caller.Person, command.Sample, command.Panel, command.Seed, command.Size, command.From, command.To,
            records.Length, SeededDraw.Draw(records, command.Seed, command.Size));
    }
}

/// <summary>Reading and judging is an auditor's.</summary>
public sealed record NotAnAuditor() : Rejection(
    "audit.notAuditor", Rule.R24, "Only auditors draw samples and record findings. Ask one of them.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>None, or more than anybody reads.</summary>
public sealed record SampleOfNoSize : Rejection
{
    public SampleOfNoSize()
        : base("audit.sampleSize", Rule.R24, $"Draw from 1 to {DrawSample.MostDrawn} records.") =>
        Missing = ["size"];

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>It ends before it begins.</summary>
public sealed record PeriodWithoutTime : Rejection
{
    public PeriodWithoutTime()
        : base("audit.period", Rule.R24, "The period ends before it begins. Give a later end.") => Missing = ["to"];

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>Nothing of the panel began in the period.</summary>
public sealed record NothingToDraw() : Rejection(
    "audit.nothingToDraw", Rule.R24,
    "No urgent contact or case file of this panel began in this period. Choose a longer one.");
