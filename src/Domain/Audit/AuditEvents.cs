using Safeguard.Domain.Access;

namespace Safeguard.Domain.Audit;

/// <summary>Something that an auditor did, in their own stream (R24).</summary>
public abstract record AuditEvent(PersonId Auditor);

/// <summary>
/// Records of one panel were drawn at random. The same seed over the same records draws the same ones, so anybody can
/// draw it again.
/// </summary>
/// <param name="From">The first moment of the period in which the records began.</param>
/// <param name="To">The moment at which the period ended.</param>
/// <param name="OutOf">How many records there were to draw from.</param>
/// <param name="Items">What was drawn, in the order in which it was.</param>
public sealed record SampleDrawn(
    PersonId Auditor, Guid Sample, PanelId Panel, int Seed, int Size, DateTimeOffset From, DateTimeOffset To, int OutOf,
    IReadOnlyList<ReadItem> Items) : AuditEvent(Auditor);

/// <summary>What an auditor found in a record.</summary>
/// <param name="Event">The number of the event that it is about; null for the record as a whole.</param>
public sealed record FindingRecorded(
    PersonId Auditor, Guid Finding, ReadItem Item, FindingKind Kind, Confidential Words, int? Event)
    : AuditEvent(Auditor);

/// <summary>What an auditor says with a finding.</summary>
public enum FindingKind
{
    GoodPractice, Observation, Concern, Breach,
}
