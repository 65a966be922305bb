using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>The words for each kind of event; null for those that another entry already tells.</summary>
public sealed partial class EscalationStory
{
    private Told? Telling(EscalationEvent happened, Stamp stamp, int index) => happened switch
    {
        EscalationRaised e => new(e.Band.Icon(), Tone.Alarm, $"Raised by {Whom(e.Raiser)}")
        {
            Detail = _reader.Words ? $"{e.Band.Label()}, because {WhyBand(e)}." : $"{e.Band.Label()}.",
        },
        AdditionMade e => new(IconName.Speech, e.GotWorse ? Tone.Alarm : Tone.Plain, Added(e)) { Words = e.What?.Text },
        RoutedTo => null,
        PageSent e => Paged(e),
        PageFailed e => new(IconName.Bang, Tone.Warn, $"A page to {All(e.To)} did not get through")
        {
            Detail = $"By {e.Channel}. It is tried again, and the next people are paged meanwhile.",
        },
        RungSkipped e => new(IconName.Dash, Tone.Plain, $"A turn was skipped: {Because(e.Reason)}"),
        PersonSkipped { Reason: SkipReason.Conflict } when !_reader.Conflicts => null,
        PersonSkipped e => new(IconName.Dash, Tone.Plain, $"{Were([e.Person])} not paged: {Because(e.Reason)}"),
        DeadlineMissed e => new(IconName.Bang, Tone.Alarm, $"{e.Which.Label()} was due")
        {
            Detail = MissedBy(e,
            index)
        },
        DeadlineExplained e => new(IconName.Pen, Tone.Plain, $"{Who(stamp.By)} said why: {e.Which.Label()}")
        {
            Words = e.Reason.Text,
        },
        ReminderSent e => new(IconName.Clock, Tone.Plain, $"{Were(e.To)} reminded: {e.About.Label()}"),
        _ => Holding(happened, stamp) ?? Acting(happened, stamp),
    };

    /// <summary>Who has it, and how that changes.</summary>
    private Told? Holding(EscalationEvent happened, Stamp stamp) => happened switch
    {
        Acknowledged e => new(IconName.Tick, Tone.Done,
            $"Acknowledged by {Whom(e.Person)}")
        { Detail = "“I have it.”" },
        AcknowledgementLapsed e => new(IconName.Clock, Tone.Warn, $"Taken from {Whom(e.Person)}")
        {
            Detail = $"Because {Because(e.Reason)}. Paging went on.",
        },
        AcknowledgementReleased e => new(IconName.Swap, Tone.Warn, $"Handed back by {Whom(e.Person)}")
        {
            Detail = "Paging went on at once.",
            Words = e.Reason?.Text,
        },
        TransferOffered e => new(IconName.Swap, Tone.Plain, $"{Who(e.From)} asked {Whom(e.To)} to take it")
        {
            Words = e.Reason?.Text,
        },
        TransferAccepted e => new(IconName.Tick, Tone.Done, $"{Who(e.To)} took it over from {Whom(e.From)}"),
        OwnerReassigned e => new(IconName.Arrow, Tone.Plain, $"{Who(e.To)} answers for it now")
        {
            Detail = $"Before: {Whom(e.From)}. Because {Because(e.Reason)}.",
        },
        ItemReassigned e => new(IconName.Arrow, Tone.Plain, $"{Who(e.To)} answers for it now: {e.Which.Label()}")
        {
            Detail = $"Before: {Whom(e.From)}. Because {Because(e.Reason)}.",
        },
        ContactNeededAgain e => new(IconName.Bang, Tone.Alarm, $"{Were([e.Owner])} asked to speak with them again")
        {
            Detail = $"It got worse. Speak with them by {_clock.Near(e.RespondBy)}.",
        },
        HandedOver e => new(IconName.Arrow, Tone.Done, $"Handed over by {Whom(e.From)}")
        {
            Detail = HandedTo(e),
            Words = e.Reason.Text,
        },
        EscalationReopened e => new(IconName.Octagon, Tone.Alarm, $"Opened again by {Whom(stamp.By)}")
        {
            Detail = "People are paged as if it were new.",
            Words = e.Reason.Text,
        },
        _ => null,
    };

    /// <summary>What was done, asked, shared and written down.</summary>
    private Told? Acting(EscalationEvent happened, Stamp stamp) => happened switch
    {
        ContactMade e => new(IconName.Speech, Tone.Done, $"{Who(e.Person)} spoke with the student")
        {
            Detail = e.Counts ? $"{e.Mode.Label()}." : $"{e.Mode.Label()}. A message on its own does not count here.",
            Words = e.Note?.Text,
        },
        BandRaised e => new(e.To.Icon(), Tone.Alarm, $"{Who(stamp.By)} made it {e.To.Label()}")
        {
            Detail = $"Before: {e.From.Label()}.",
            Words = e.Reason?.Text,
        },
        BandLowered e => new(e.To.Icon(), Tone.Warn, $"{Who(stamp.By)} made it {e.To.Label()}")
        {
            Detail = $"Before: {e.From.Label()}. Earlier deadlines stay until contact is made.",
            Words = e.Reason.Text,
        },
        ActionRecorded e => new(e.Done ? IconName.Tick : IconName.Pen, Tone.Plain, ActionTitle(e, stamp))
        {
            Words = e.What.Text,
        },
        ActionDone e => new(IconName.Tick, Tone.Done, $"{Who(stamp.By)} did what was to do") { Words = e.Note?.Text },
        QuestionAsked e => new(IconName.Question, Tone.Warn, $"{Who(stamp.By)} asked {Whom(e.Of)} a question")
        {
            Detail = $"An answer is due by {_clock.Near(e.DueBy)}.",
            Words = e.Words.Text,
        },
        QuestionAnswered e => new(IconName.Speech, Tone.Done, $"{Who(stamp.By)} answered a question")
        {
            Words = e.Answer.Text,
        },
        EmergencyServicesInvolved e => new(IconName.Phone, Tone.Alarm, $"{ScreenWords.Service(e.Service)} called")
        {
            Detail = $"Recorded by {Whom(stamp.By)}. What was shared is written down by {_clock.Near(e.DisclosureBy)}.",
            Words = e.Note?.Text,
        },
        DisclosureRecorded e => new(IconName.Share, Tone.Plain, e.Shared ? "Something was shared" : "It was not shared")
        {
            Detail = $"Decided by {Whom(e.DecidedBy)}, {(e.WithConsent ? "with" : "without")} the student’s agreement.",
            Words = $"{e.What.Text}\nWith: {e.ToWhom.Text}\nWhy: {e.Why.Text}",
        },
        SafeForNowRecorded e => new(IconName.Tick, Tone.Done, $"{Who(e.Person)} said that they are safe for now")
        {
            Words = e.Summary.Text,
        },
        DebriefHeld e => new(IconName.Person, Tone.Done, $"{Who(e.Supervisor)} talked with the raiser"),
        DebriefDeclined e => new(IconName.Person, Tone.Plain, "The raiser would rather not have a debrief"),
        EscalationClosed e => new(IconName.Lock, Tone.Done, $"Closed by {Whom(e.Person)}") { Words = Record(e) },
        _ => null,
    };

    private Told Paged(PageSent page)
    {
        var why = page.Reason switch
        {
            PageReason.Rung => null,
            PageReason.Repeat => "Nobody had answered, so everyone was paged again.",
            PageReason.Reopened => "It was opened again.",
            PageReason.BandRaised => "Somebody must respond sooner.",
            PageReason.GotWorse => "It got worse.",
            PageReason.HandedBack => "It was handed back.",
            PageReason.TransferOffered => "To take it over.",
            PageReason.HandedOver => "It was handed over.",
            PageReason.Addition => "The raiser added something.",
            _ => "A deadline was missed.",
        };
        return new(IconName.Bell, Tone.Plain, $"{Were(page.To)} paged") { Detail = why };
    }

    private static string Added(AdditionMade addition) =>
        addition.GotWorse ? "The raiser said that it got worse" : "The raiser added something";

    private static string WhyBand(EscalationRaised raised) => raised switch
    {
        { EmergencyNow: true } => "“Emergency now” was pressed",
        { Answers.InDangerNow: Answer.Yes } => "“in danger right now” is yes",
        { Answers.PlanOrMeans: Answer.Yes } => "“a plan or the means” is yes",
        { Answers: { InDangerNow: Answer.Unsure } or { PlanOrMeans: Answer.Unsure } or { Alone: Answer.Unsure } } =>
            "an answer is “not sure”",
        _ => "nothing asks for sooner",
    };

    private string HandedTo(HandedOver over) =>
        over.To is { } person ? $"To {Whom(person)}."
        : _reader.Words && over.ToOutside is { Text: { } outside } ? $"To {outside}."
        : "To somebody outside the programme.";

    private string ActionTitle(ActionRecorded action, Stamp stamp) =>
        action.Done ? $"{Who(stamp.By)} recorded something done"
        : action.DueBy is { } due ? $"To do by {Whom(action.Owner)}, by {_clock.Near(due)}"
        : $"To do by {Whom(action.Owner)}";

    /// <summary>The whole record, so that a closed one reads from top to bottom.</summary>
    private static string Record(EscalationClosed closed)
    {
        var decisions = closed.Decisions.Select(taken => $"Decided: {taken.Decision.Text}. Why: {taken.Reason.Text}");
        var told = Sentence.List(closed.Told.Select(one => one.Text ?? "erased"));
        return string.Join("\n\n", [
            $"{closed.Summary.Text}", $"Followed up: {closed.FollowUp.Text}", string.Join("\n", decisions),
            $"Outcome: {closed.Outcome.Text}", $"Told: {told}"]);
    }
}
