using Safeguard.Domain;
using Safeguard.Domain.Referrals;

namespace Safeguard.Projections.Referrals;

/// <summary>
/// One referral on a list: states, clocks and ids, never a word of what was said. Written in the transaction of the
/// events it comes from. Its student's code stands in the row of its case file.
/// </summary>
/// <param name="Service">The service's slug in the directory.</param>
/// <param name="Open">Something is still to come: an answer, an outcome, or a disclosure record that is owed.</param>
public sealed record ReferralRow(
    Guid Id, Guid CaseFile, string Service, ReferralState State, bool Open, PersonId Owner, PanelId Panel)
{
    public const string Table = "referrals";

    public Band? Band { get; init; }
    public DateTimeOffset OfferedAt { get; init; }

    /// <summary>Reminders since something last happened: how long nobody has answered.</summary>
    public int Reminders { get; init; }
    public DateTimeOffset? DisclosureBy { get; init; }
    public ReferralOutcome? Outcome { get; init; }
    public DateTimeOffset? OverSince { get; init; }
    public DateTimeOffset? NextWakeUp { get; init; }

    /// <summary>The stream's version this row was made from: its ETag, and what it can be traced to.</summary>
    public long Version { get; init; }

    /// <summary>Pure: the same state gives the same row, byte for byte.</summary>
    public static ReferralRow Of(Guid id, ReferralMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        var state = memory.State;
        var offer = state.Offer!;
        var next = Referral.NextWakeUp(state);
        return new(id, offer.CaseFile, offer.Service, state.State, next is not null, state.Owner, state.Panel)
        {
            Band = offer.Band,
            OfferedAt = memory.OfferedAt,
            Reminders = state.Reminders,
            DisclosureBy = state.DisclosureBy,
            Outcome = state.Outcome,
            OverSince = state.OverSince,
            NextWakeUp = next,
            Version = memory.Version,
        };
    }
}

/// <summary>
/// A referral as the shell keeps it: what the rules read, when it was offered, and how many events that is.
/// </summary>
public sealed record ReferralMemory(Referral State, DateTimeOffset OfferedAt, long Version)
{
    public static ReferralMemory NotOffered { get; } = new(Referral.NotOffered, default, 0);

    public static ReferralMemory Evolve(ReferralMemory memory, ReferralEvent happened, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(stamp);
        return new(
            Referral.Evolve(memory.State, happened, stamp),
            happened is ReferralOffered ? stamp.RecordedAt : memory.OfferedAt, memory.Version + 1);
    }
}
