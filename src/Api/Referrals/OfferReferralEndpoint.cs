using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Referrals;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Referrals;

/// <summary>
/// Offers the student a service: <c>PUT /api/referrals/{id}</c> and the form at <c>/case-files/{id}/referral</c>. A
/// closed service is a warning in the answer, never a bar (R22).
/// </summary>
public static class OfferReferralEndpoint
{
    public static void MapOfferReferral(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/referrals/{id:guid}", PutAsync)
            .For(ReferralRoute.Workers).WithName("offerReferral").WithTags("referrals")
            .WithSummary("Offers a service. The answer says whether it is closed now, and names an open one.")
            .Takes<OfferReferralRequest>().Produces<ReferralOfferedAnswer>(201)
            .Problems(400, 401, 403, 404, 409, 413, 422);
        app.MapPost("/case-files/{id:guid}/referral", PostAsync).For(ReferralRoute.Workers).ExcludeFromDescription();
    }

    private static async Task<IResult> PutAsync(
        Guid id, HttpContext http, OfferingReferrals offering, ReferralReader reader)
    {
        var (body, problem) = await ApiJson.ReadFieldsAsync<OfferReferralRequest>(http);
        if (problem is not null) return problem.ToResult();
        var outcome = await offering.OfferAsync(http, id, body!, http.Command());
        if (outcome is not Done) return Respond.Of(http, outcome);
        var history = await reader.LookAtAsync(id, http.Caller(), http.RequestAborted);
        return Respond.Of(http, outcome, _ => history is null
            ? Problem.NotThere.ToResult()
            : ApiJson.Created($"/api/referrals/{id}", ReferralOfferedAnswer.Of(history), http));
    }

    private static async Task<IResult> PostAsync(
        Guid id, HttpContext http, OfferingReferrals offering, OfferReferralPages pages)
    {
        var form = await http.Request.FormAsync();
        var referral = Guid.TryParse(form["id"], out var given) && given != Guid.Empty ? given : Guid.CreateVersion7();
        var body = FormBody.Read<OfferReferralRequest>(form);
        var outcome = await offering.OfferAsync(
            http, referral, body with { Value = body.Value with { CaseFile = id.ToString() } },
            http.Command(form["command"]));
        return outcome is Done
            ? Respond.SeeOther($"/case-files/{id}#referral-{referral}")
            : await pages.RefusedAsync(http, id, form, outcome);
    }
}

/// <param name="CaseFile">The file's id, or its code.</param>
/// <param name="Service">The service's slug in the directory.</param>
/// <param name="Band">How soon the student must be seen, where somebody judged it.</param>
/// <param name="Summary">What the student needs, for those who read the file.</param>
public sealed record OfferReferralRequest(
    string? CaseFile = null, string? Service = null, string? Band = null, string? Summary = null,
    string? OccurredAt = null);

/// <summary>Reads an offer and runs it.</summary>
public sealed class OfferingReferrals(
    ReferralCommands referrals, CaseFileRows files, InstitutionDirectory directory, TimeProvider clock)
{
    internal async Task<Outcome> OfferAsync(
        HttpContext http, Guid id, RequestBody<OfferReferralRequest> body, CommandInfo info)
    {
        var (request, reading) = (body.Value, new RequestReading(directory.Present, clock.GetUtcNow()));
        reading.Happened(request.OccurredAt);
        if (string.IsNullOrWhiteSpace(request.CaseFile)) reading.Fault("caseFile", "Say which case file it is for.");
        var offer = new OfferReferral(
            id, reading.Service("service", request.Service), reading.OptionalChoice<Band>("band", request.Band),
            reading.Words(request.Summary));
        reading.Add(body.Faults);
        if (string.IsNullOrWhiteSpace(request.CaseFile))
            return new Rejected(new Unready(Problem.Unprocessable(reading.Faults)));
        var file = await files.IdOfAsync(request.CaseFile, http.RequestAborted);
        // A referral that is offered is offered by nobody's stale facts.
        return await referrals.OfferAsync(
            info with { IfMatch = null, OccurredAt = reading.OccurredAt }, offer, file, decision =>
            {
                var refused = Unready.Or(decision.Rejection, reading, isUnversioned: false);
                return refused is null || refused == decision.Rejection ? decision : refused;
            });
    }
}
