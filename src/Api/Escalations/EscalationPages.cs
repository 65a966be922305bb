using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Reading;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Escalations;

/// <summary>The pages around one escalation: the whole for its readers, and for others what they owe in it.</summary>
public sealed class EscalationPages(EscalationReader reader, ReadRows reads, PageFrame frames)
{
    public static void MapEscalationPages(IEndpointRouteBuilder app)
    {
        const string One = "/escalations/{id:guid}";
        app.MapGet(One, (Guid id, HttpContext http, EscalationPages pages) => pages.ShowAsync(http, id))
            .For(Access.EvenAfterLeaving).ShowsContent().ExcludeFromDescription();
        app.MapGet($"{One}/yours", (Guid id, HttpContext http, EscalationPages pages) => pages.OwedAsync(http, id))
            .For(Access.Everyone).ShowsContent().ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back to the page.
        app.MapGet($"{One}/{{**form}}", (Guid id) => Respond.SeeOther($"/escalations/{id}"))
            .For(Access.EvenAfterLeaving).ExcludeFromDescription();
    }

    /// <summary>The page again, with everything that was typed and why it was refused.</summary>
    public async Task<IResult> RefusedAsync(
        HttpContext http, Guid id, string form, IFormCollection typed, Outcome outcome)
    {
        var problem = outcome is Rejected refused ? Problem.Of(refused.Rejection) : Respond.StaleProblem;
        if (!ErrorAnswer.WantsPage(http)) return problem.ToResult();
        var history = await reader.ReadAsync(id, http.Caller(), http.RequestAborted);
        if (history is null) return ErrorPages.NotThere;
        var frame = frames.For(http);
        var again = RefusedWords.Of(form, problem, typed, frame.Clock);
        return history.Relation switch
        {
            Relation.Raiser => PageResult.Show<ReceiptPage, ReceiptView>(
                frame, ReceiptView.Of(history) with { Refused = again }, problem.Status),
            Relation.None when Owed(history) is { } owed => PageResult.Show<OwedPage, OwedView>(
                frame, owed with { Refused = again }, problem.Status),
            Relation.None => ErrorPages.NotThere,
            _ => await PageAsync(http, frame, history, again, problem.Status),
        };
    }

    private async Task<IResult> ShowAsync(HttpContext http, Guid id)
    {
        var history = await reader.ReadAsync(id, http.Caller(), http.RequestAborted);
        return history switch
        {
            { Relation: Relation.Raiser } => Respond.SeeOther($"/receipts/{id}"),
            { Relation: Relation.None } when Owed(history) is not null => Respond.SeeOther($"/escalations/{id}/yours"),
            null or { Relation: Relation.None } => ErrorPages.NotThere,
            _ => await PageAsync(http, frames.For(http), history, refused: null, 200),
        };
    }

    /// <summary>What somebody owes in an escalation that they may not read: nothing else of it is told.</summary>
    private async Task<IResult> OwedAsync(HttpContext http, Guid id)
    {
        var history = await reader.ReadAsync(id, http.Caller(), http.RequestAborted);
        return history switch
        {
            null => ErrorPages.NotThere,
            { Relation: Relation.Raiser } => Respond.SeeOther($"/receipts/{id}"),
            { Relation: not Relation.None } => Respond.SeeOther($"/escalations/{id}"),
            _ when Owed(history) is { } owed => PageResult.Show<OwedPage, OwedView>(frames.For(http), owed),
            _ => ErrorPages.NotThere,
        };
    }

    /// <summary>Null for somebody who never owed anything here; those who have done it read that they have.</summary>
    private static OwedView? Owed(EscalationHistory history)
    {
        var person = history.Context.Caller.Person;
        var owedOnce = history.Events.Any(recorded => recorded.Event switch
        {
            QuestionAsked asked => asked.Of == person,
            ActionRecorded recordedAction => recordedAction.Owner == person,
            ItemReassigned passed => passed.To == person && passed.Which != Deadline.Debrief,
            _ => false,
        });
        return owedOnce ? new(AskedView.To(person, history), ToDoView.Of(person, history)) : null;
    }

    private async Task<IResult> PageAsync(
        HttpContext http, Frame frame, EscalationHistory history, Refused? refused, int status)
    {
        var view = EscalationViews.Of(history, frame.Clock, wholeStory: http.Request.Query["story"] == "all");
        if (history.ShowsWords)
        {
            var readers = await reads.ReadersOfAsync(history.Item, http.RequestAborted);
            view = view with { Readers = [.. readers.Select(row => ReaderView.Of(row, history.Institution))] };
        }

        var isShown = refused is not null && EscalationForms.IsShown(refused.Form, view);
        return PageResult.Show<EscalationPage, EscalationView>(
            frame, view with { Refused = isShown ? refused : refused?.Homeless() }, status);
    }
}

/// <summary>Which form of the page belongs to which move.</summary>
internal static class EscalationForms
{
    /// <summary>Whether the form stands on the page now, so that what was typed can stand in it.</summary>
    public static bool IsShown(string form, EscalationView view) => form switch
    {
        "acknowledgement" => view.Can(EscalationMove.Acknowledge) || view.Can(EscalationMove.AcceptTransfer),
        "contact" => view.Can(EscalationMove.RecordContact),
        "emergency-services" => view.Can(EscalationMove.EmergencyServices),
        "questions" => view.Can(EscalationMove.AskQuestion),
        "actions" => view.Can(EscalationMove.RecordAction),
        "disclosures" => view.Can(EscalationMove.RecordDisclosure),
        "safe-for-now" => view.Can(EscalationMove.SafeForNow),
        "handover" => view.Can(EscalationMove.HandOver),
        "transfer" => view.Can(EscalationMove.Transfer),
        "release" => view.Can(EscalationMove.Release),
        "band" => view.Can(EscalationMove.RaiseBand) || view.Can(EscalationMove.LowerBand),
        "explanations" => view.Can(EscalationMove.Explain) && view.Missed.Count > 0,
        "debrief" => view.Can(EscalationMove.Debrief) && view.Debrief is not null,
        "closure" => view.Can(EscalationMove.Close),
        "reopening" => view.Can(EscalationMove.Reopen),
        "conflict" => view.Can(EscalationMove.DeclareConflict),
        _ => view.Questions.Any(question => question.MayAnswer && form == $"answer-{question.Id}")
            || view.Actions.Any(action => action.MayComplete && form == $"completion-{action.Id}"),
    };
}
