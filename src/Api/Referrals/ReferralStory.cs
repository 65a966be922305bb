using Safeguard.Api.Escalations;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>Tells a referral's events in the domain's words, newest first, with both clocks.</summary>
internal sealed class ReferralStory
{
    private readonly ReferralHistory _history;
    private readonly Naming _names;
    private readonly PageClock _clock;

    private ReferralStory(ReferralHistory history, PageClock clock)
    {
        _history = history;
        _names = new(history.Institution, history.Context.Caller.Person);
        _clock = clock;
    }

    public static IReadOnlyList<TimelineEntryView> Tell(ReferralHistory history, PageClock clock)
    {
        var story = new ReferralStory(history, clock);
        return
        [
            .. history.Events.Reverse().Select(recorded =>
            {
                var told = story.Of((ReferralEvent)recorded.Event, recorded.Stamp);
                return new TimelineEntryView(
                    recorded.Version, told.Icon, told.Tone, told.Title, recorded.Stamp.RecordedAt,
                    recorded.Stamp.OccurredAt)
                {
                    Detail = told.Detail,
                    Words = history.ShowsWords ? told.Words : null,
                };
            }),
        ];
    }

    private Told Of(ReferralEvent happened, Stamp stamp) => happened switch
    {
        ReferralOffered e => new(IconName.Arrow, Tone.Plain, $"{Who(stamp.By)} offered {Service(e.Service)}")
        {
            Detail = Closed(e.Closed),
            Words = e.Summary.Text,
        },
        ReferralConsented e => new(IconName.Tick, Tone.Plain, "The student agreed to be referred")
        {
            Words = e.How?.Text,
        },
        ReferralConsentRefused e => new(IconName.Cross, Tone.Plain, "The student did not agree to be referred")
        {
            Words = e.How?.Text,
        },
        ReferralSent e => Sending(e, stamp),
        ReferralDisclosureRecorded e => new(IconName.Share, Tone.Plain, "Why it was shared without consent")
        {
            Detail = $"Decided by {_names.Of(e.DecidedBy)}.",
            Words = e.Why.Text,
        },
        ReferralReceived e => Said(IconName.Info, "The service has it", e.Note),
        ReferralAccepted e => Said(IconName.Tick, "The service takes the student", e.Note),
        ReferralDeclined e => new(IconName.Cross, Tone.Warn, "The service declined") { Words = e.Reason.Text },
        ReferralChased e => Said(IconName.Speech, $"{Who(e.Person)} asked the service", e.Note),
        ReferralSeen e => Said(IconName.Tick, "The service saw the student", e.Note),
        ReferralDidNotAttend e => new(IconName.Cross, Tone.Warn, "The student did not come") { Words = e.Note?.Text },
        ReferralCompleted e => new(IconName.TickDisc, Tone.Done, $"Completed: {e.Outcome.Label()}")
        {
            Words = e.Note?.Text,
        },
        ReferralWithdrawn e => Said(IconName.Cross, $"{Who(stamp.By)} withdrew it", e.Reason),
        _ => OfClock(happened),
    };

    private Told OfClock(ReferralEvent happened) => happened switch
    {
        ReferralReminded e => new(IconName.Bell, Tone.Plain, $"Reminder {e.Number}: {e.About.Label()}")
        {
            Detail = $"To {_names.List(e.To)}. Next {_clock.Near(e.NextAt)}.",
        },
        ReferralUnanswered e => new(IconName.Clock, Tone.Warn, "No reply, after all reminders")
        {
            Detail = $"{Sentence.Capital(_names.List(e.Told))} {(e.Told.Count == 1 ? "was" : "were")} told.",
        },
        ReferralReassigned e => new(IconName.Swap, Tone.Plain, $"It went with its case file to {_names.Of(e.To)}"),
        _ => new(IconName.Info, Tone.Plain, happened.GetType().Name),
    };

    private Told Sending(ReferralSent e, Stamp stamp)
    {
        var agreed = e.WithConsent ? "with" : "without";
        List<string> facts = [$"By {e.Channel.Label()}, {agreed} the student’s consent."];
        if (Closed(e.Closed) is { } closed) facts.Add(closed);
        return new(IconName.Share, e.WithConsent ? Tone.Plain : Tone.Warn, $"{Who(stamp.By)} sent it to the service")
        {
            Detail = string.Join(" ", facts),
            Words = string.Join("\n", new[] { e.What.Text, $"To: {e.ToWhom.Text}", Because(e.Why) }.OfType<string>()),
        };
    }

    private static string? Because(Confidential? why) => why is null ? null : $"Why: {why.Text}";

    private string? Closed(ServiceClosed? closed) => closed switch
    {
        null => null,
        { OpenInstead: { } open } => $"It was closed then. {Service(open)} was open.",
        _ => "It was closed then.",
    };

    private static Told Said(IconName icon, string title, Confidential? words) =>
        new(icon, Tone.Plain, title) { Words = words?.Text };

    private string Who(PersonId person) => person == PersonId.System ? "The product" : _names.Subject(person);

    private string Service(string slug) => ReferralWords.Service(_history.Institution, slug);

    private sealed record Told(IconName Icon, Tone Tone, string Title)
    {
        public string? Detail { get; init; }
        public string? Words { get; init; }
    }
}
