using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>One thing that happened, with its stamp, in the order of the stream.</summary>
public sealed record Happened(EscalationEvent Event, Stamp Stamp);

/// <summary>Who reads a story, and what of it.</summary>
/// <param name="You">The reader, who is called "you".</param>
/// <param name="NameOf">The name of anybody in the programme.</param>
/// <param name="Words">Whether what people said and wrote is the reader's to read (R5).</param>
/// <param name="Conflicts">Whether the reader may know of conflicts of interest: Coordinators only (R15).</param>
public sealed record StoryReader(PersonId You, Func<PersonId, string> NameOf, bool Words, bool Conflicts);

/// <summary>Tells an escalation's events as a story: in the domain's words, newest first.</summary>
public sealed partial class EscalationStory
{
    private readonly IReadOnlyList<Happened> _all;
    private readonly StoryReader _reader;
    private readonly PageClock _clock;

    private EscalationStory(IReadOnlyList<Happened> all, StoryReader reader, PageClock clock)
    {
        _all = all;
        _reader = reader;
        _clock = clock;
    }

    public static IReadOnlyList<TimelineEntryView> Tell(
        IReadOnlyList<Happened> all, StoryReader reader, PageClock clock)
    {
        ArgumentNullException.ThrowIfNull(all);
        var story = new EscalationStory(all, reader, clock);
        var entries = new List<TimelineEntryView>();
        for (var index = all.Count - 1; index >= 0; index--)
            if (story.Entry(index) is { } entry) entries.Add(entry);
        return entries;
    }

    private TimelineEntryView? Entry(int index)
    {
        var (happened, stamp) = _all[index];
        if (Telling(happened, stamp, index) is not { } telling) return null;
        return new(index + 1, telling.Icon, telling.Tone, telling.Title, stamp.RecordedAt, stamp.OccurredAt)
        {
            Detail = telling.Detail,
            Words = _reader.Words ? telling.Words : null,
            MayExplain = happened is DeadlineMissed missed && !IsExplained(missed, index),
        };
    }

    /// <summary>"Yusuf Hall", "You" or, for a wake-up, "The product".</summary>
    private string Who(PersonId person) =>
        person == _reader.You ? "You" : person == PersonId.System ? "The product" : _reader.NameOf(person);

    /// <summary>The same inside a sentence.</summary>
    private string Whom(PersonId person) =>
        person == _reader.You ? "you" : person == PersonId.System ? "the product" : _reader.NameOf(person);

    private string All(IReadOnlyList<PersonId> people) => Sentence.List(people.Select(Whom));

    /// <summary>"You were", "Yusuf Hall was", "Yusuf Hall and you were".</summary>
    private string Were(IReadOnlyList<PersonId> people) =>
        Sentence.Capital(All(people)) + (people.Count == 1 && people[0] != _reader.You ? " was" : " were");

    private bool IsExplained(DeadlineMissed missed, int index) =>
        _all.Skip(index + 1).Any(later => later.Event is DeadlineExplained explained
            && explained.Which == missed.Which && explained.Item == missed.Item);

    /// <summary>By how much a deadline was missed, once what it waited for has happened.</summary>
    private string MissedBy(DeadlineMissed missed, int index)
    {
        var met = _all.Skip(index + 1).FirstOrDefault(later => Meets(later.Event, missed));
        return met is null
            ? $"It was due by {_clock.Near(missed.DueBy)}."
            : $"Missed by {Durations.Exactly(met.Stamp.RecordedAt - missed.DueBy)}.";
    }

    private static bool Meets(EscalationEvent happened, DeadlineMissed missed) => (missed.Which, happened) switch
    {
        (Deadline.AcknowledgeBy, Acknowledged or TransferAccepted) => true,
        (Deadline.AcknowledgeBy or Deadline.RespondBy or Deadline.ContactAfterAcknowledging, ContactMade made) =>
            made.Counts,
        (Deadline.Question, QuestionAnswered answered) => answered.Question == missed.Item,
        (Deadline.Action, ActionDone done) => done.Action == missed.Item,
        (Deadline.Disclosure, DisclosureRecorded) => true,
        (Deadline.Debrief, DebriefHeld or DebriefDeclined) => true,
        (Deadline.Closure or Deadline.FollowUp, EscalationClosed) => true,
        _ => false,
    };

    /// <summary>
    /// A conflict stays between the one who has it and the Coordinators: others read a neutral reason.
    /// </summary>
    private string Because(SkipReason reason) =>
        reason == SkipReason.Conflict && !_reader.Conflicts ? "nobody to page" : reason.Label();

    private string Because(LapseReason reason) => reason switch
    {
        LapseReason.NoContact => "nobody had spoken with the student in time",
        LapseReason.LeftOrLostRole => "they are no longer in the role",
        LapseReason.NobodyBefore => "nobody had it before",
        _ => _reader.Conflicts ? "a conflict of interest" : "somebody else can act sooner",
    };

    private sealed record Told(IconName Icon, Tone Tone, string Title)
    {
        public string? Detail { get; init; }
        public string? Words { get; init; }
    }
}
