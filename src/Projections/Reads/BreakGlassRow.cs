using Safeguard.Domain;
using Safeguard.Domain.Access;

namespace Safeguard.Projections.Reads;

/// <summary>
/// A record that somebody opened outside their scope, with its review. Written in the transaction of the events it
/// comes from; the reason is not in it.
/// </summary>
/// <param name="Person">Who opened it: the events are in their stream.</param>
/// <param name="Reviewer">The Coordinator who owes the review.</param>
public sealed record BreakGlassRow(
    Guid Id, ReadItem Item, PersonId Person, DateTimeOffset OpenedAt, DateTimeOffset Until, PersonId Reviewer,
    DateTimeOffset ReviewBy, bool Late, BreakGlassReview? Review)
{
    public const string Table = "break_glass";

    /// <summary>As it is after an event of it, or null where the state does not hold it any more.</summary>
    public static BreakGlassRow? After(AccessHistory history, BreakGlassEvent happened, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(stamp);
        return history.Glasses.Find(known => known.Id == happened.BreakGlass) is { } glass
            ? new(
                glass.Id, glass.Item, happened.Person, glass.OpenedAt, glass.Until, glass.Reviewer, glass.ReviewBy,
                glass.Late,
                happened is BreakGlassReviewed reviewed ? new(stamp.By, stamp.RecordedAt, reviewed.Outcome) : null)
            : null;
    }
}

/// <summary>What a review came to; its words stay in the stream.</summary>
public sealed record BreakGlassReview(PersonId By, DateTimeOffset At, BreakGlassOutcome Outcome);
