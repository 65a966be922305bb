using Safeguard.Api.Escalations;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Tests.Pages.Samples;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Tests.Pages;

/// <summary>An escalation's events in words: for the right eyes, newest first.</summary>
public sealed class EscalationStoryTests
{
    private const string Canary = "words that are not everybody’s";

    private static readonly PersonId You = new("you");
    private static readonly PersonId Yusuf = new("yusuf");
    private static readonly PersonId Jamal = new("jamal");
    private static readonly StoryReader Reader = new(You, NameOf, Words: true, Conflicts: false);

    /// <summary>One of every kind of event; a new kind without a sample is a failing test.</summary>
    public static TheoryData<Type> Kinds =>
        [.. typeof(EscalationEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EscalationEvent)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_has_words_or_is_told_by_another(Type kind)
    {
        var sample = StorySamples.All.FirstOrDefault(sample => sample.GetType() == kind).ShouldNotBeNull();
        var told = Tell(Reader, (sample, "02:14:07"));
        if (sample is RoutedTo) told.ShouldBeEmpty();
        else told.Single().Title.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Whoever_may_not_read_the_words_reads_none_of_them()
    {
        var outsider = Reader with { Words = false };
        foreach (var sample in StorySamples.All)
            foreach (var entry in Tell(outsider, (sample, "02:14:07")))
                $"{entry.Title} {entry.Detail} {entry.Words}".ShouldNotContain(Canary);
        StorySamples.All.SelectMany(sample => Tell(Reader, (sample, "02:14:07")))
            .Count(entry => $"{entry.Detail} {entry.Words}".Contains(Canary,
                StringComparison.Ordinal)).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_conflict_of_interest_is_told_to_Coordinators_only()
    {
        var skipped = new PersonSkipped(0, Yusuf, SkipReason.Conflict);
        Tell(Reader, (skipped, "02:14:07")).ShouldBeEmpty();
        Tell(Reader with { Conflicts = true }, (skipped, "02:14:07")).Single().Title
            .ShouldBe("Yusuf was not paged: a conflict of interest");
    }

    [Fact]
    public void The_newest_comes_first_and_is_numbered_as_it_was_recorded() =>
        Tell(Reader, (new Acknowledged(Yusuf), "02:14:07"), (new Acknowledged(You), "02:20:07"))
            .Select(entry => (entry.Number, entry.Title))
            .ShouldBe([(2, "Acknowledged by you"), (1, "Acknowledged by Yusuf")]);

    [Fact]
    public void A_page_names_everybody_and_the_reader_as_you() =>
        Tell(Reader, (new PageSent(0, [Yusuf, You], 0, PageReason.Rung, null), "02:14:07")).Single().Title
            .ShouldBe("Yusuf and you were paged");

    [Fact]
    public void A_missed_deadline_says_by_how_much_once_it_is_met_and_asks_why_until_that_is_said()
    {
        var missed = (new DeadlineMissed(Deadline.AcknowledgeBy, null, Night.At("02:19:07")), "02:19:08");
        var open = Tell(Reader, missed).Single();
        (open.Detail, open.MayExplain).ShouldBe(("It was due by 02:19.", true));
        var met = Tell(Reader, missed, (new Acknowledged(You), "02:26:31"))[^1];
        met.Detail.ShouldBe("Missed by 7 min 24 s.");
        var explained = Tell(
            Reader, missed, (new DeadlineExplained(Deadline.AcknowledgeBy, null, new("asleep")), "02:40"))[^1];
        explained.MayExplain.ShouldBeFalse();
    }

    private static IReadOnlyList<TimelineEntryView> Tell(
        StoryReader reader, params (EscalationEvent Event, string At)[] happened) =>
        EscalationStory.Tell(
            [.. happened.Select(one => new Happened(
                one.Event, new Stamp(Jamal, Role.Supporter, Night.At(one.At), Night.At(one.At), 0)))],
            reader,
            Night.Deputy.Clock);

    private static string NameOf(PersonId person) => Sentence.Capital(person.Value);

    private static class StorySamples
    {
        private static readonly Confidential Said = new(Canary);
        private static readonly Ladder Ladder = new([], TimeSpan.FromMinutes(15));
        private static readonly Timings Timings = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
            TimeSpan.FromHours(24));
        private static readonly DateTimeOffset At = Night.At("02:14:07");

        public static EscalationEvent[] All { get; } =
        [
            new EscalationRaised(Jamal, "4T9Q-2M7K", Said, false, Answers.None, Band.Immediate, null, null, Said,
                null, [], Ladder, At, At, Yusuf, null, Timings),
            new AdditionMade(Guid.Empty, Said, true, null),
            new RoutedTo(0, [Yusuf], At, At),
            new RungSkipped(0, SkipReason.NobodyOnDuty, At),
            new PersonSkipped(0, Yusuf, SkipReason.OwnEscalation),
            new PageSent(0, [Yusuf], 0, PageReason.Rung, null),
            new PageFailed([Yusuf], "e-mail", "timeout"),
            new Acknowledged(Yusuf),
            new AcknowledgementLapsed(Yusuf, LapseReason.NoContact, You),
            new AcknowledgementReleased(Yusuf, Said, You),
            new TransferOffered(Yusuf, You, Said),
            new TransferAccepted(Yusuf, You),
            new OwnerReassigned(Yusuf, You, LapseReason.LeftOrLostRole),
            new ItemReassigned(Deadline.Question, Guid.Empty, Yusuf, You, LapseReason.LeftOrLostRole),
            new ContactMade(Yusuf, ContactMode.Phone, Said, true),
            new BandRaised(Band.Within4Hours, Band.Immediate, Said, At, At, null, null),
            new ContactNeededAgain(You, At),
            new BandLowered(Band.Immediate, Band.Within4Hours, Said),
            new ActionRecorded(Guid.Empty, Said, Yusuf, At, false),
            new ActionDone(Guid.Empty, Said),
            new QuestionAsked(Guid.Empty, Jamal, Said, At),
            new QuestionAnswered(Guid.Empty, Said),
            new EmergencyServicesInvolved("999", Said, At),
            new DisclosureRecorded(Guid.Empty, true, Said, Said, Said, false, false, Yusuf),
            new HandedOver(Yusuf, null, Said, Said, At),
            new SafeForNowRecorded(Yusuf, Said, At),
            new DebriefHeld(Yusuf, Said),
            new DebriefDeclined(Yusuf, Said),
            new EscalationClosed(Yusuf, Said, Said, [new(Said, Said)], Said, [Said]),
            new EscalationReopened(Said, Ladder, At, At, Yusuf, Timings),
            new DeadlineMissed(Deadline.RespondBy, null, At),
            new DeadlineExplained(Deadline.RespondBy, null, Said),
            new ReminderSent(Deadline.Closure, null, [Yusuf], null),
        ];
    }
}
