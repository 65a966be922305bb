using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>The words for each kind of event; null for those that another entry already tells.</summary>
internal sealed partial class CaseFileStory
{
    /// <summary>Opening, whose it is, resolving, closing.</summary>
    private Told? OfOwner(CaseFileEvent happened, Stamp stamp) => happened switch
    {
        CaseFileOpened e => new(IconName.File, Tone.Plain, $"Case file opened for {Whom(e.Supporter)}")
        {
            Detail = e.HomePanel is null ? null : "The student asked for somebody from outside their own panel.",
        },
        HighLoadNoticed e => new(IconName.Info, Tone.Warn, $"Open files of {Who(e.Supporter)}: {e.OpenFiles}")
        {
            Detail = e.Told is { } told ? $"{_names.Was(told)} told. Nothing is blocked." : "Nothing is blocked.",
        },
        HandoverOffered e => new(IconName.Swap, Tone.Plain, $"Offered to {Whom(e.To)}")
        {
            Detail = $"An answer is due by {_clock.Near(e.AnswerBy)}.",
            Words = e.Reason?.Text,
        },
        HandoverDeclined e => new(IconName.Dash, Tone.Plain, $"{Who(e.Person)} declined the handover")
        {
            Words = e.Reason?.Text,
        },
        HandoverOfferLapsed e => new(IconName.Clock, Tone.Warn, $"{Who(e.To)} did not take it"),
        CaseFileHandedOver e => new(IconName.Arrow, Tone.Done, $"Handed over to {Whom(e.To)}")
        {
            Detail = "Everything in the file went along.",
        },
        CaseFileReassigned e => new(IconName.Arrow, Tone.Plain, $"{Who(e.To)} answers for it now")
        {
            Detail = $"Because {Because(e.Reason)}.",
            Words = e.Words?.Text,
        },
        CaseItemReassigned e => new(IconName.Arrow, Tone.Plain, $"{Who(e.To)} answers for a part of it now")
        {
            Detail = $"{e.Which.Label()}, because {Because(e.Reason)}.",
        },
        HandoverAsked e => new(IconName.Swap, Tone.Warn, $"{Who(e.Of)} looks for another supporter")
        {
            Detail = $"{Who(e.Supporter)} takes on no work at the moment.",
        },
        HandoverTaskCancelled => new(IconName.Tick, Tone.Done, "No other supporter is needed any more"),
        CaseFileResolved e => new(IconName.Tick, Tone.Done, $"Resolved by {Whom(e.Person)}: {e.Reason.Label()}")
        {
            Detail = $"Asked to close it: {Whom(e.AskedToClose)}, by {_clock.Near(e.CloseBy)}.",
            Words = Record(e),
        },
        CaseFileClosed e => new(IconName.Lock, Tone.Done, $"Closed by {Whom(e.Person)}") { Words = e.Note?.Text },
        CaseFileReopened e => new(IconName.File, Tone.Warn, $"Open again: {e.Reason.Label()}")
        {
            Detail = $"It is now with {Whom(e.Owner)}.",
            Words = e.Words?.Text,
        },
        MarkedRestricted e => new(IconName.Lock, Tone.Warn, $"Restricted by {Whom(stamp.By)}")
        {
            Detail = $"Its owner and {_names.List(e.Named)} read it.",
            Words = e.Reason.Text,
        },
        RestrictionLifted e => new(IconName.Lock, Tone.Plain, $"Restriction lifted by {Whom(stamp.By)}")
        {
            Words = e.Reason.Text,
        },
        LegalHoldPlaced e => new(IconName.Lock, Tone.Warn, "A legal hold: nothing may be erased")
        {
            Words = e.Reason.Text,
        },
        LegalHoldLifted e => new(IconName.Lock, Tone.Plain, "The legal hold was lifted") { Words = e.Reason.Text },
        CaseConflictDeclared e when _conflicts => new(
            IconName.Dash, Tone.Plain, $"{Who(e.Person)} stepped aside: a conflict of interest"),
        _ => null,
    };

    /// <summary>What was said with the student, and what came from outside.</summary>
    private Told? OfContact(CaseFileEvent happened, Stamp stamp) => happened switch
    {
        ContactPlanned e => new(IconName.Clock, Tone.Plain, $"A contact planned for {_clock.Near(e.At)}")
        {
            Detail = $"{e.Mode.Label()}, by {Whom(stamp.By)}.",
            Words = e.Note?.Text,
        },
        ContactLogged e => Contact(e),
        ContactCorrected e => Correction(e, stamp),
        ReceivedAttached e => new(IconName.Speech, Tone.Note, $"Received: {e.Channel.Label()}")
        {
            Detail = $"Attached by {Whom(stamp.By)}.",
            Words = $"From: {e.From.Text}\n{e.Words.Text}",
        },
        StudentIdentified e => new(IconName.Person, Tone.Plain, $"{Who(stamp.By)} wrote down who the student is")
        {
            Words = e.Reason?.Text,
        },
        ConsentRecorded e => new(
            e.Given ? IconName.Tick : IconName.Cross, Tone.Plain,
            $"The student {(e.Given ? "agreed" : "did not agree")} {e.To.Label()}")
        {
            Words = e.How?.Text,
        },
        Signposted e => new(IconName.Info, Tone.Plain, $"Signposted to {Service(e.Service)}")
        {
            Detail = e.WhileClosed
                ? $"It was closed then.{(e.OpenInstead is { } open ? $" {Service(open)} was open." : "")} "
                    + "No details left the programme."
                : "No details left the programme.",
            Words = e.Note?.Text,
        },
        // The contact that raised it tells of it already.
        EscalationLinked e when !_contacts.Contains(e.Escalation) => new(
            IconName.Octagon, Tone.Alarm, "An urgent contact about this student"),
        EscalationUnlinked => new(IconName.Tick, Tone.Done, "The urgent contact is finished"),
        ReferralLinked => new(IconName.Arrow, Tone.Plain, "A referral was offered"),
        ReferralUnlinked => new(IconName.Tick, Tone.Done, "The referral has its outcome"),
        _ => null,
    };

    /// <summary>Questions, actions, goals and what was shared.</summary>
    private Told? OfPart(CaseFileEvent happened, Stamp stamp) => happened switch
    {
        CaseQuestionAsked e => new(IconName.Question, Tone.Warn, $"{Who(stamp.By)} asked {Whom(e.Of)} a question")
        {
            Detail = $"An answer is due by {_clock.Near(e.DueBy)}.",
            Words = e.Words.Text,
        },
        CaseQuestionAnswered e => new(IconName.Speech, Tone.Done, $"{Who(stamp.By)} answered a question")
        {
            Words = e.Answer.Text,
        },
        CaseActionRecorded e => new(e.Done ? IconName.Tick : IconName.Pen, Tone.Plain, ActionTitle(e, stamp))
        {
            Words = e.What.Text,
        },
        CaseActionDone e => new(IconName.Tick, Tone.Done, $"{Who(stamp.By)} did what was to do")
        {
            Words = e.Note?.Text,
        },
        InvolvementRecorded e => new(IconName.Phone, Tone.Alarm, $"{e.Who.Label()} brought in")
        {
            Detail = $"What was shared is written down by {_clock.Near(e.DisclosureBy)}.",
            Words = e.Note?.Text,
        },
        CaseDisclosureRecorded e => new(IconName.Share, Tone.Plain, e.Shared ? "Something was shared" : "Not shared")
        {
            Detail = Sharing(e),
            Words = $"{e.What.Text}\nWith: {e.ToWhom.Text}\nWhy: {e.Why.Text}"
                + (e.Grounds is { } grounds ? $"\nGrounds: {grounds.Text}" : ""),
        },
        DisclosureSeconded e => new(IconName.Share, Tone.Done, $"The second name is {Whom(e.Person)}")
        {
            Words = e.Grounds.Text,
        },
        GoalSet e => new(IconName.Target, Tone.Plain, e.By is { } by ? $"A goal, by {_clock.Day(by)}" : "A goal")
        {
            Words = e.What.Text,
        },
        GoalMet e => new(IconName.Tick, Tone.Done, "A goal is met") { Words = e.Note?.Text },
        _ => null,
    };

    /// <summary>What the clock did.</summary>
    private Told? OfClock(CaseFileEvent happened) => happened switch
    {
        CaseDeadlineMissed e => new(IconName.Bang, Tone.Alarm, $"{e.Which.Label()} was due")
        {
            Detail = $"It was due by {_clock.Near(e.DueBy)}.",
        },
        CaseDeadlineExplained e => new(IconName.Pen, Tone.Plain, $"Why it was late: {e.Which.Label()}")
        {
            Words = e.Reason.Text,
        },
        CaseReminderSent { To.Count: > 0 } e => new(
            IconName.Clock, Tone.Plain, $"A reminder for {_names.List(e.To)}: {e.About.Label()}"),
        _ => null,
    };
}
