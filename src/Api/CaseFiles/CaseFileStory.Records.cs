using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>The longer entries: contacts and their corrections, disclosures, the record of the end.</summary>
internal sealed partial class CaseFileStory
{
    private Told Contact(ContactLogged e)
    {
        var mode = e.Mode.Label().ToLowerInvariant();
        var title = e.Reached ? $"Contact, {e.Minutes} minutes {mode}" : $"An attempt {mode}: not reached";
        var isCrisis = e.Band is { } band && band.IsCrisis();
        List<string> facts = [$"By {Whom(e.By)}."];
        if (e.LateRecord) facts.Add("A late record.");
        if (e.Band is { } said) facts.Add(isCrisis
            ? $"{said.Label()}: the urgent contact was raised by itself when this was saved."
            : $"{said.Label()}.");
        if (e.Reached && e.Mode == Domain.Escalations.ContactMode.Message)
            facts.Add("A message on its own is no contact made.");
        var topics = e.Topics.Select(topic => topic.Text).OfType<string>().ToList();
        return new(isCrisis ? IconName.Octagon : IconName.Speech, isCrisis ? Tone.Alarm : Tone.Plain, title)
        {
            Detail = string.Join(" ", facts),
            Words = topics.Count == 0 ? e.Note.Text : $"{e.Note.Text}\nAbout: {string.Join(", ", topics)}",
        };
    }

    /// <summary>What is said now; what was said before stays at its own place in the story (R2).</summary>
    private Told Correction(ContactCorrected e, Stamp stamp)
    {
        var place = _history.Events.ToList().FindIndex(recorded =>
            recorded.Event is ContactLogged logged && logged.Contact == e.Contact);
        return new(IconName.Pen, Tone.Warn, $"{Who(stamp.By)} corrected the contact of {_clock.Day(e.Day)}")
        {
            Detail = $"Entry {place + 1} stays as it was written. Now: {e.Minutes} minutes "
                + $"{e.Mode.Label().ToLowerInvariant()}{(e.Reached ? "" : ", not reached")}"
                + (e.Band is { } band ? $", {band.Label()}." : "."),
            Words = $"{e.Note.Text}\nWhy: {e.Reason.Text}",
        };
    }

    private string Sharing(CaseDisclosureRecorded e)
    {
        var second = e switch
        {
            { SecondedBy: { } person } => $" Second name: {Whom(person)}.",
            { SecondNameBy: { } by } => $" A second name is owed by {_clock.Near(by)}.",
            _ => "",
        };
        var agreed = e.WithConsent ? "with" : "without";
        return $"Decided by {Whom(e.DecidedBy)}, {agreed} the student’s agreement.{second}";
    }

    private string ActionTitle(CaseActionRecorded action, Stamp stamp) =>
        action.Done ? $"{Who(stamp.By)} recorded something done"
        : action.DueBy is { } due ? $"To do by {Whom(action.Owner)}, by {_clock.Near(due)}"
        : $"To do by {Whom(action.Owner)}";

    /// <summary>The whole record, so that a closed file reads from top to bottom.</summary>
    private static string Record(CaseFileResolved e)
    {
        var decisions = e.Decisions.Select(taken => $"Decided: {taken.Decision.Text}. Why: {taken.Reason.Text}");
        var told = Sentence.List(e.Told.Select(one => one.Text ?? "erased"));
        return string.Join("\n\n", [
            $"{e.Summary.Text}", $"Followed up: {e.FollowUp.Text}", string.Join("\n", decisions),
            $"Outcome: {e.Outcome.Text}", $"Told: {told}"]);
    }
}
