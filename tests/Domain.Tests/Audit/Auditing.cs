using Safeguard.Domain.Access;
using Safeguard.Domain.Audit;

namespace Safeguard.Domain.Tests.Audit;

/// <summary>An auditor of the tests, and what there is to audit.</summary>
internal static class Auditing
{
    public static readonly Caller Auditor = new(new("we0010"), [new(Role.Auditor, null)]);
    public static readonly Caller Coordinator = new(new("we0007"), [new(Role.Coordinator, null)]);
    public static readonly PanelId Panel = new("alder-college");
    public static readonly Guid Id = new(1, 0, 0, new byte[8]);
    public static readonly Confidential Words = new("Nobody wrote down why it was late.");
    public static readonly DateTimeOffset From = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset To = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly AuditRecord Empty = new();

    private static readonly Stamp Stamp = new(Auditor.Person, Role.Auditor, To, To, PolicyVersion: 0);

    /// <summary>Forty records, urgent contacts and case files.</summary>
    public static readonly IReadOnlyList<ReadItem> Records =
    [
        .. Enumerable.Range(1, 40).Select(number => new ReadItem(
            number % 3 == 0 ? "case-file" : "escalation", new Guid(number, 0, 0, new byte[8]))),
    ];

    public static DrawSample Draw(int seed = 2026, int size = 5) =>
        new(Id, Panel, seed, size, From, To, Records);

    public static RecordFinding Find(int? number = 3) =>
        new(Id, Records[0], FindingKind.Concern, Words, number, Events: 7);

    public static AuditRecord After(Decision<AuditEvent> decision) => decision.Events.Aggregate(
        Empty, (record, happened) => AuditRecord.Aggregate.Evolve(record, happened, Stamp));

    public static IReadOnlyList<ReadItem> Drawn(this Decision<AuditEvent> decision) =>
        ((SampleDrawn)decision.Events.ShouldHaveSingleItem()).Items;
}
