using System.Collections.Immutable;

namespace Safeguard.Domain.Access;

/// <summary>
/// One person's stream of coming in and of reading: what they read in the last minute, and what they broke glass for.
/// Everything else in it is for auditors, and no rule reads it.
/// </summary>
public sealed record AccessHistory
{
    public const string StreamType = "access";

    /// <summary>
    /// The same thing read again within this is one reading. No source says how long; it is not policy.
    /// </summary>
    public static readonly TimeSpan OneReading = TimeSpan.FromMinutes(1);

    /// <summary>Readings remembered: more within a minute are a script's, and each of those counts.</summary>
    private const int MaxLately = 100;

    public static Aggregate<AccessHistory, AccessEvent> Aggregate { get; } =
        new(StreamType, new(), static (history, happened, stamp) => history.Evolve(happened, stamp.RecordedAt));

    /// <summary>Whose it is; null before anything happened.</summary>
    public PersonId? Person { get; init; }

    /// <summary>What was read within the last minute before the newest event, oldest first.</summary>
    public ImmutableList<Reading> Lately { get; init; } = [];

    /// <summary>Glasses that are open still or not reviewed yet.</summary>
    public ImmutableList<BreakGlass> Glasses { get; init; } = [];

    /// <summary>Every glass ever broken, so that a review is said once.</summary>
    public ImmutableHashSet<Guid> EverOpened { get; init; } = [];

    /// <summary>When this stream next has to be looked at; null while no review is owed.</summary>
    public DateTimeOffset? NextWakeUp =>
        Unreviewed.Select(glass => (DateTimeOffset?)glass.NextWakeUp).Min();

    /// <summary>The reviews that are owed (R4).</summary>
    public IEnumerable<OpenItem> OpenItems => Unreviewed.Select(glass => new OpenItem(
        glass.Id, BreakGlass.ReviewKind, glass.Reviewer, Panel: null, glass.NextWakeUp));

    public IEnumerable<BreakGlass> Unreviewed => Glasses.Where(glass => !glass.Reviewed);

    /// <summary>Until when that record is open to them; null where it is not.</summary>
    public DateTimeOffset? OpenUntil(ReadItem item, DateTimeOffset now) => Glasses
        .Where(glass => glass.Item == item && glass.Until > now)
        .Select(glass => (DateTimeOffset?)glass.Until).Max();

    private AccessHistory Evolve(AccessEvent happened, DateTimeOffset at)
    {
        var known = this with { Person = happened.Person };
        return happened switch
        {
            RecordRead e => known with { Lately = Read(e, at) },
            BreakGlassOpened e => known with
            {
                Glasses = Glasses.RemoveAll(glass => glass.Reviewed && glass.Until <= at).Add(new(
                    e.BreakGlass, e.Item, at, e.Until, e.Reviewer, e.ReviewBy, e.ReviewBy)),
                EverOpened = EverOpened.Add(e.BreakGlass),
            },
            BreakGlassReviewed e => known.With(e.BreakGlass, glass => glass with { Reviewed = true }),
            BreakGlassReviewLate e => known.With(
                e.BreakGlass, glass => glass with { Late = true, NextWakeUp = e.RemindedNextAt }),
            BreakGlassReviewReassigned e => known.With(e.BreakGlass, glass => glass with { Reviewer = e.To }),
            _ => this,
        };
    }

    private ImmutableList<Reading> Read(RecordRead read, DateTimeOffset at)
    {
        var lately = Lately.RemoveAll(known =>
            known.At <= at - OneReading || (known.Item == read.Item && known.Purpose == read.Purpose));
        if (lately.Count == MaxLately) lately = lately.RemoveAt(0);
        return lately.Add(new(read.Item, read.Purpose, at));
    }

    private AccessHistory With(Guid glass, Func<BreakGlass, BreakGlass> change) =>
        this with { Glasses = Glasses.ConvertAll(known => known.Id == glass ? change(known) : known) };
}

/// <summary>Something that was read a moment ago.</summary>
public sealed record Reading(ReadItem Item, ReadPurpose Purpose, DateTimeOffset At);

/// <summary>A glass that was broken: open until its time has passed, and owed a review.</summary>
/// <param name="Reviewer">The Coordinator who owes the review (R4).</param>
public sealed record BreakGlass(
    Guid Id, ReadItem Item, DateTimeOffset OpenedAt, DateTimeOffset Until, PersonId Reviewer, DateTimeOffset ReviewBy,
    DateTimeOffset NextWakeUp)
{
    /// <summary>The kind of open item that its review is.</summary>
    public const string ReviewKind = "break-glass-review";

    public bool Reviewed { get; init; }
    public bool Late { get; init; }
}
