using Safeguard.Api.CaseFiles;
using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Referrals;

/// <summary>The form that offers a student a service: <c>/case-files/{id}/referral</c>.</summary>
public sealed class OfferReferralPages(CaseFileReader reader, PageFrame frames)
{
    public static void MapOfferReferralPage(IEndpointRouteBuilder app) =>
        app.MapGet("/case-files/{id:guid}/referral", (Guid id, HttpContext http, OfferReferralPages pages) =>
            pages.ShowAsync(http, id)).For(Access.Everyone).ExcludeFromDescription();

    /// <summary>The form again, with everything that was typed and why it was refused.</summary>
    internal async Task<IResult> RefusedAsync(HttpContext http, Guid id, IFormCollection typed, Outcome outcome) =>
        RefusedForm.Of("offer", outcome, typed) is var (refused, status)
            ? await ShowAsync(http, id, CaseRefusedWords.Of(refused), status)
            : RefusedForm.ErrorFor(
                http, outcome is Rejected { Rejection: var why } ? Problem.Of(why) : Problem.NotThere);

    private async Task<IResult> ShowAsync(HttpContext http, Guid id, Refused? refused = null, int status = 200)
    {
        var history = await reader.LookAtAsync(id, http.Caller(), http.RequestAborted);
        if (history is null) return ErrorPages.NotThere;
        // Whoever knows its state alone refers nobody: the file's page says what they may do.
        if (history.Relation < CaseRelation.Reads) return Respond.SeeOther($"/case-files/{id}");
        var frame = frames.For(http);
        var view = new OfferReferralView(
            history.Id.ToString(), history.State.Code, Services(history.Institution, frame.Clock))
        {
            Chosen = http.Request.Query["service"],
            Refused = refused,
        };
        return PageResult.Show<OfferReferralPage, OfferReferralView>(frame, view, status);
    }

    private static IReadOnlyList<ServiceOffer> Services(Institution institution, PageClock clock)
    {
        var open = institution.ServiceDirectoryAt(clock.Now);
        return
        [
            .. institution.Services.Select(service => new ServiceOffer(
                service.Id, service.Entry.Name, service.Entry.Urgent,
                Closed(open.ClosedAt(service, urgent: false, clock.Now), institution, clock))),
        ];
    }

    private static string? Closed(ServiceClosed? closed, Institution institution, PageClock clock)
    {
        if (closed is null) return null;
        var opens = closed.OpensAt is { } at ? $", opens {clock.Near(at)}" : "";
        var instead = closed.OpenInstead is { } other
            ? $"; {ReferralWords.Service(institution, other)} is open"
            : "";
        return $"closed now{opens}{instead}";
    }
}
