using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Commands;
using Safeguard.Api.Escalations;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Reading;
using Safeguard.Api.Referrals;
using Safeguard.Domain.CaseFiles;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.CaseFiles;

/// <summary>One case file as a page: its one next step, who has it, and its story in both clocks.</summary>
public sealed class CaseFilePages(
    CaseFileReader reader, ReadRows reads, ReferralReader referrals, PageFrame frames)
{
    public static void MapCaseFilePages(IEndpointRouteBuilder app)
    {
        const string One = "/case-files/{id:guid}";
        app.MapGet(One, (Guid id, HttpContext http, CaseFilePages pages) => pages.ShowAsync(http, id))
            .For(Access.Everyone).ShowsContent().ExcludeFromDescription();
        app.MapGet($"{One}/yours", (Guid id, HttpContext http, CaseFilePages pages) => pages.OwedAsync(http, id))
            .For(Access.Everyone).ShowsContent().ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back to the page.
        app.MapGet($"{One}/{{**form}}", (Guid id) => Respond.SeeOther($"/case-files/{id}"))
            .For(Access.Everyone).ExcludeFromDescription();
    }

    /// <summary>The page again, with everything that was typed and why it was refused.</summary>
    public async Task<IResult> RefusedAsync(
        HttpContext http, Guid id, string form, IFormCollection typed, Outcome outcome)
    {
        var problem = outcome is Rejected refused ? Problem.Of(refused.Rejection) : Respond.StaleProblem;
        if (!ErrorAnswer.WantsPage(http)) return problem.ToResult();
        var history = await reader.ReadAsync(id, http.Caller(), http.RequestAborted);
        if (history is null || RefusedForm.Of(form, outcome, typed) is not var (refusedForm, status))
            return RefusedForm.ErrorFor(http, problem);
        var again = CaseRefusedWords.Of(refusedForm);
        if (history.Relation != CaseRelation.None) return await PageAsync(http, history, again, status);
        return CaseOwedView.Of(history) is { } owed
            ? PageResult.Show<CaseOwedPage, CaseOwedView>(frames.For(http), owed with { Refused = again }, status)
            : ErrorPages.NotThere;
    }

    private async Task<IResult> ShowAsync(HttpContext http, Guid id)
    {
        var history = await reader.ReadAsync(id, http.Caller(), http.RequestAborted);
        return history switch
        {
            { Relation: not CaseRelation.None } => await PageAsync(http, history, refused: null, 200),
            not null when CaseOwedView.Of(history) is not null => Respond.SeeOther($"/case-files/{id}/yours"),
            _ => ErrorPages.NotThere,
        };
    }

    /// <summary>What somebody owes in a file that they may not read: nothing else of it is told.</summary>
    private async Task<IResult> OwedAsync(HttpContext http, Guid id)
    {
        var history = await reader.ReadAsync(id, http.Caller(), http.RequestAborted);
        return history switch
        {
            { Relation: >= CaseRelation.Reads } => Respond.SeeOther($"/case-files/{id}"),
            not null when CaseOwedView.Of(history) is { } owed =>
                PageResult.Show<CaseOwedPage, CaseOwedView>(frames.For(http), owed),
            _ => ErrorPages.NotThere,
        };
    }

    private async Task<RazorComponentResult<CaseFilePage>> PageAsync(
        HttpContext http, CaseFileHistory history, Refused? refused, int status)
    {
        var frame = frames.For(http);
        var view = CaseFileViews.Of(history, frame.Clock, http.Request.Query["do"]) with
        {
            Referrals =
            [
                .. (await referrals.OfFileAsync(history, http.RequestAborted))
                    .Select(referral => ReferralViews.Of(referral, history, frame.Clock)),
            ],
        };
        if (history.ShowsWords)
        {
            var readers = await reads.ReadersOfAsync(history.Item, http.RequestAborted);
            view = view with { ReadBy = [.. readers.Select(row => ReaderView.Of(row, history.Institution))] };
        }

        return PageResult.Show<CaseFilePage, CaseFileView>(
            frame, view with { Refused = IsShown(refused, view) ? refused : refused?.Homeless() }, status);
    }

    /// <summary>Whether the form stands on the page now, so that what was typed can stand in it.</summary>
    private static bool IsShown(Refused? refused, CaseFileView view) => refused?.Form switch
    {
        null => true,
        "contacts" => view.Can(CaseFileMove.LogContact),
        "planned-contacts" => view.Can(CaseFileMove.PlanContact),
        "signposts" => view.Can(CaseFileMove.Signpost),
        "attachments" => view.Can(CaseFileMove.Attach),
        "questions" => view.Can(CaseFileMove.AskQuestion),
        "actions" => view.Can(CaseFileMove.RecordAction),
        "consent" => view.Can(CaseFileMove.Consent),
        "identity" => view.Can(CaseFileMove.Identify),
        "involvement" => view.Can(CaseFileMove.Involve),
        "disclosures" => view.Can(CaseFileMove.Disclose),
        "goals" => view.Can(CaseFileMove.SetGoal),
        "handover" => view.Can(CaseFileMove.HandOver),
        "handover/acceptance" or "handover/decline" => view.Can(CaseFileMove.AnswerOffer),
        "reassignment" => view.Can(CaseFileMove.Reassign),
        "resolution" => view.Can(CaseFileMove.Resolve),
        "closure" => view.Can(CaseFileMove.Close),
        "reopening" => view.Can(CaseFileMove.Reopen),
        "explanations" => view.Can(CaseFileMove.Explain) && view.Missed.Count > 0,
        "restriction" => view.Can(CaseFileMove.Restrict),
        "restriction/lifting" => view.Can(CaseFileMove.LiftRestriction),
        "legal-hold" or "legal-hold/lifting" => view.Can(CaseFileMove.LegalHold),
        "conflict" => view.Can(CaseFileMove.DeclareConflict),
        var part => view.Questions.Any(question => part == $"questions-{question.Id}")
            || view.Actions.Any(action => part == $"actions-{action.Id}")
            || view.Goals.Any(goal => part == $"goals-{goal.Id}" && !goal.IsMet)
            || view.SecondNames.Any(owed => part == $"disclosures-{owed.Id}" && owed.MayAdd)
            || view.Correctable.Any(contact => part == $"contacts-{contact.Id}")
            || view.Referrals.Any(referral => referral.Shows(part)),
    };
}
