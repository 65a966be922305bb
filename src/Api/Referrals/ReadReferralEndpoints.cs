using Safeguard.Api.Http;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Referrals;
using Safeguard.Projections.CaseFiles;

namespace Safeguard.Api.Referrals;

/// <summary><c>GET /api/referrals/{id}</c> and <c>GET /api/referrals</c>.</summary>
public static class ReadReferralEndpoints
{
    public static void MapReadReferrals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/referrals/{id:guid}", OneAsync)
            .For(Access.Everyone).WithName("readReferral").WithTags("referrals")
            .WithSummary("One referral with its timeline, as far as the caller may know its case file.")
            .Reads<ReferralAnswer>();
        api.MapGet("/referrals", ListAsync)
            .For(Access.Everyone).WithName("listReferrals").WithTags("referrals")
            .WithSummary("Referrals the caller may see, newest first. caseFile is an id or a code; state is open, "
                + "closed or a state's name; service is a slug.")
            .Produces<Listed<ReferralItem>>().Problems(401, 422);
    }

    private static async Task<IResult> OneAsync(
        Guid id, HttpContext http, ReferralReader reader, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, http.Caller(), cancel) is not { } history) return Problem.NotThere.ToResult();
        http.Response.Headers.ETag = Respond.ETag(history.Version);
        return ApiJson.Ok(ReferralAnswer.Of(history));
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, ReferralLists lists, CaseFileRows files, string? caseFile, string? state, string? service,
        string? after, CancellationToken cancel)
    {
        if (!StateFilter.TryRead<ReferralState>(state, out var open, out var named))
            return Problem.Unprocessable([new("state", "Say open, closed, or a state's name such as Declined.")])
                .ToResult();
        if (!MomentCursor.TryRead(after, out var before))
            return Problem.Unprocessable([new("after", "Take the cursor from next, as it is.")]).ToResult();
        var file = string.IsNullOrWhiteSpace(caseFile)
            ? (Guid?)null
            : await files.IdOfAsync(caseFile, cancel);
        var (found, last) = await lists.PageAsync(
            http.Caller(), new(open, named, file, service?.Trim().ToLowerInvariant(), before), cancel);
        return ApiJson.Ok(new Listed<ReferralItem>(
            [.. found.Select(ReferralItem.Of)], last is null ? null : MomentCursor.Write(last.OfferedAt, last.Id)));
    }

    /// <summary>
    /// The id of the file that an id or a code names; one that no file has where it names none, so that both look like
    /// a file that is not the caller's to know.
    /// </summary>
    internal static async Task<Guid> IdOfAsync(this CaseFileRows files, string caseFile, CancellationToken cancel)
    {
        if (Guid.TryParse(caseFile, out var id)) return id;
        return CaseCode.Read(caseFile) is { } code && await files.FindByCodeAsync(code, cancel) is { } row
            ? row.Id
            : Guid.Empty;
    }
}
