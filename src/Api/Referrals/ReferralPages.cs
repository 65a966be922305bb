using Safeguard.Api.CaseFiles;
using Safeguard.Api.Commands;
using Safeguard.Api.Escalations;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>
/// The board of open referrals, <c>/referrals</c>. One referral has no page of its own: it is a part of its case
/// file's.
/// </summary>
public sealed class ReferralPages(
    ReferralReader reader, ReferralLists lists, CaseFilePages files, InstitutionDirectory directory, PageFrame frames)
{
    public static void MapReferralPages(IEndpointRouteBuilder app)
    {
        app.MapGet("/referrals", (HttpContext http, ReferralPages pages) => pages.BoardAsync(http))
            .For(ReferralRoute.Workers).ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back as well.
        app.MapGet("/referrals/{id:guid}/{**form}", (Guid id, HttpContext http, ReferralPages pages) =>
            pages.LeadAsync(http, id)).For(Access.Everyone).ExcludeFromDescription();
    }

    /// <summary>The case file's page again, with everything that was typed and why it was refused.</summary>
    public async Task<IResult> RefusedAsync(
        HttpContext http, Guid id, string form, IFormCollection typed, Outcome outcome)
    {
        var history = await reader.LookAtAsync(id, http.Caller(), http.RequestAborted);
        return history is null
            ? RefusedForm.ErrorFor(http, Problem.NotThere)
            : await files.RefusedAsync(http, history.Offered.CaseFile, form, typed, outcome);
    }

    /// <summary>To where its case file's page shows it.</summary>
    private async Task<IResult> LeadAsync(HttpContext http, Guid id) =>
        await reader.LookAtAsync(id, http.Caller(), http.RequestAborted) is { } history
            ? Respond.SeeOther($"/case-files/{history.Offered.CaseFile}#referral-{id}")
            : ErrorPages.NotThere;

    private async Task<IResult> BoardAsync(HttpContext http)
    {
        var (institution, caller) = (directory.Present, http.Caller());
        var found = await lists.BoardAsync(caller, http.RequestAborted);
        var names = new Naming(institution, caller.Person);
        return PageResult.Show<ReferralBoardPage, ReferralBoardView>(
            frames.For(http),
            new([.. found.Select(one => Line(one, institution, names))])
            {
                HasMore = found.Count == ReferralRows.PageSize,
            });
    }

    private static ReferralLine Line(ReferralOfFile found, Institution institution, Naming names)
    {
        var (row, file) = found;
        return new(
            row.Id.ToString(), row.CaseFile.ToString(), file.Code, ReferralWords.Service(institution, row.Service),
            row.State, names.Subject(row.Owner), row.Band, row.OfferedAt, row.NextWakeUp, Waits(row));
    }

    private static string Waits(ReferralRow row) =>
        row.DisclosureBy is not null
            ? ReferralTask.Disclosure.Label()
            : new Referral { State = row.State }.Task?.Label() ?? "";
}
