using Safeguard.Api.Escalations;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Tests.Pages.Samples;

public static class EscalationSamples
{
    private const string Id = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d2";
    private const string Question = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d3";

    private static readonly SaidView Said = new(
        "Someone on my staircase says they can’t keep themselves safe tonight and wants to be left alone.\n\n"
        + "Their door is open and I am outside it. Please come.",
        EmergencyNow: false,
        new Answers(Answer.Yes, Answer.Yes, Answer.No),
        "Staircase 4, second floor",
        "WX-7K3M",
        Night.At("01:50"),
        [("When", "about ten to two")],
        [new(Night.At("02:20:11"), "They have stopped answering me.", GotWorse: true)]);

    private static readonly RungView[] Ladder =
    [
        new(Rung.DutySeniorMember, TimeSpan.Zero, Night.At("02:14"), ["Yusuf Hall"], RungState.Tried),
        new(Rung.Deputy, TimeSpan.FromMinutes(10), Night.At("02:24"), ["Nguyễn Zielinski"], RungState.Answered,
            Night.At("02:26")),
        new(Rung.PanelAndSupervisor, TimeSpan.FromMinutes(20), Night.At("02:34"), ["all of Alder College",
            "Dev Yilmaz"], RungState.Stopped),
        new(Rung.Coordinators, TimeSpan.FromMinutes(30), Night.At("02:44"), [], RungState.Stopped),
    ];

    private static readonly TimelineEntryView[] Timeline =
    [
        Entry(8, IconName.Question, Tone.Warn, "You asked Jamal Smith-Jones a question",
            "02:29:50") with { Words = "Which staircase, and is anyone else with you?" },
        Entry(7, IconName.Tick, Tone.Done, "Acknowledged by you", "02:26:31"),
        Entry(6, IconName.Bell, Tone.Plain, "You were paged", "02:24:08"),
        Entry(4, IconName.Bang, Tone.Alarm, "“I have it” was due",
            "02:19:07") with { Detail = "Missed by 7 min 24 s.", MayExplain = true },
        Entry(3, IconName.Bell, Tone.Plain, "Yusuf Hall was paged", "02:14:08"),
        new(1, IconName.Octagon, Tone.Alarm, "Raised by Jamal Smith-Jones", Night.At("02:14:07"),
            Night.At("01:50")) { Detail = "Immediate, because “in danger right now” is yes." },
    ];

    internal static readonly EscalationView Held =
        new(Id, "4T9Q", 8, Band.Immediate, EscalationState.Acknowledged, "Alder College", Night.At("02:14:07"))
        {
            May = Enum.GetValues<EscalationMove>().Except(
                [EscalationMove.Acknowledge, EscalationMove.AcceptTransfer, EscalationMove.Reopen,
                    EscalationMove.Debrief, EscalationMove.Close]).ToHashSet(),
            Owner = "Nguyễn Zielinski",
            HeldBy = new("Nguyễn Zielinski", You: true, Night.At("02:26:31")),
            Promise = new(Deadline.ContactAfterAcknowledging, Night.At("02:26:31"), Night.At("03:26:31")),
            Raiser = new("Jamal Smith-Jones", "Supporter", "07700 900142",
                ["Due soon for supervision, which changes nothing tonight."]),
            Said = Said,
            Ladder = Ladder,
            RepeatEvery = TimeSpan.FromMinutes(15),
            Questions = [new(Question, "Jamal Smith-Jones", "Which staircase, and is anyone else with you?",
                Night.At("02:29:50"), Night.At("2026-11-21T02:29:50"), MayAnswer: false)],
            Actions = [new(Question, "Ask the lodge to keep the gate open", "you", Night.At("03:00"),
                MayComplete: true)],
            Missed = [new(Deadline.AcknowledgeBy, null, Night.At("02:19:07"))],
            Timeline = Timeline,
            People = [new("we0015", "Yusuf Hall, Senior Member"), new("we0102", "Jamal Smith-Jones, who raised it")],
        };

    private static readonly EscalationView Waiting = Held with
    {
        State = EscalationState.Raised,
        HeldBy = null,
        Owner = "Yusuf Hall",
        May = new HashSet<EscalationMove> { EscalationMove.Acknowledge, EscalationMove.RecordContact,
            EscalationMove.RaiseBand, EscalationMove.DeclareConflict },
        Promise = new(Deadline.AcknowledgeBy, Night.At("02:14:07"), Night.At("02:19:07")),
        NextPageAt = Night.At("02:34"),
        Ladder = [Ladder[0] with { State = RungState.Skipped, People = [], Skipped = SkipReason.NobodyOnDuty },
            Ladder[1] with { State = RungState.Tried, AnsweredAt = null },
            Ladder[2] with { State = RungState.Waiting }, Ladder[3] with { State = RungState.Waiting }],
    };

    public static IReadOnlyList<Sample> All { get; } =
    [
        Of("escalation-waiting", Waiting),
        Of("escalation-held", Held),
        Of("escalation-transfer", Held with { HeldBy = new("Yusuf Hall", You: false, Night.At("02:20")),
            Transfer = new("Nguyễn Zielinski", You: true),
            May = new HashSet<EscalationMove> { EscalationMove.AcceptTransfer } }),
        Of("escalation-spoken", Held with { State = EscalationState.ContactMade, Promise = new(Deadline.FollowUp,
            Night.At("02:31"), Night.At("2026-11-21T02:31")), DisclosureBy = Night.At("2026-11-21T02:31") }),
        Of("escalation-safe", Held with { State = EscalationState.SafeForNow, Promise = new(Deadline.Closure,
            Night.At("02:31"), Night.At("2026-11-27T17:00")),
            May = new HashSet<EscalationMove> { EscalationMove.Close, EscalationMove.RecordDisclosure },
            Questions = [], Actions = [] }),
        Of("escalation-refused", Held with { State = EscalationState.SafeForNow, Promise = null,
            May = new HashSet<EscalationMove> { EscalationMove.Close }, Questions = [], Actions = [],
            Refused = NotClosed }),
        Of("escalation-closed", Held with { State = EscalationState.Closed, HeldBy = null, Promise = null,
            May = new HashSet<EscalationMove> { EscalationMove.Reopen }, Questions = [], Actions = [] }),
        Sample.Of<EscalationPage, EscalationView>("escalation-coordinator", Waiting with { Said = null, Raiser = null,
            Timeline = Timeline[1..], May = new HashSet<EscalationMove> { EscalationMove.RaiseBand } },
            Night.Coordinator),
        Sample.Of<EscalationPage, EscalationView>("escalation-asked", Held with { HeldBy = new("Nguyễn Zielinski",
            You: false, Night.At("02:26")), Questions = [Held.Questions[0] with { Of = "you", MayAnswer = true }],
            Debrief = new("You", Night.At("2026-11-21T02:14")),
            May = new HashSet<EscalationMove> { EscalationMove.AnswerQuestion, EscalationMove.Debrief,
            EscalationMove.RecordContact } }, Night.Supervisor),
    ];

    private static Refused NotClosed => new(
        "closure",
        [new("outcome", "Say what the outcome was"), new("decisions", "Write at least one decision with its reason")],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["summary"] = "A student on staircase 4 was not safe alone.",
            ["decisions[0].decision"] = "Stayed until 04:00"
        },
        "escalation.recordIncomplete")
    {
        Heading = "The record is not closed yet",
    };

    private static Sample Of(string name, EscalationView view) =>
        Sample.Of<EscalationPage, EscalationView>(name, view, Night.Deputy);

    private static TimelineEntryView Entry(long number, IconName icon, Tone tone, string title, string clock) =>
        new(number, icon, tone, title, Night.At(clock), Night.At(clock));
}
