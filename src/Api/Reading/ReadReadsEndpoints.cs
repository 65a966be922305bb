using System.Globalization;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Reading;

/// <summary>
/// Who has read what, by ids only: <c>GET /api/audit/reads?item=</c>; and what was opened outside somebody's scope:
/// <c>GET /api/break-glass</c>.
/// </summary>
public static class ReadReadsEndpoints
{
    public static void MapReadReads(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit/reads", ReadsAsync)
            .For(Access.Only(Role.Auditor, Role.Coordinator)).WithName("listReads").WithTags("audit")
            .WithSummary("Who has read one record, newest first, by ids. item is kind and id, an id or a short code.")
            .Produces<Listed<ReadAnswer>>().Problems(401, 403, 404, 422);
        api.MapGet("/break-glass", GlassesAsync)
            .For(Access.Only(Role.Coordinator)).WithName("listBreakGlass").WithTags("break-glass")
            .WithSummary("Records opened outside somebody's scope that wait for a review, soonest due first.")
            .Produces<Listed<BreakGlassItem>>().Problems(401, 403);
    }

    private static async Task<IResult> ReadsAsync(
        HttpContext http, ReadRows rows, ReadItemKinds kinds, Reads reads, string? item, string? after,
        CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(item))
            return Problem.Unprocessable([new("item", "Say which record: its short code, or its id.")]).ToResult();
        long? before = null;
        if (!string.IsNullOrEmpty(after))
        {
            if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor))
                return Problem.Unprocessable([new("after", "Take the cursor from next, as it is.")]).ToResult();
            before = cursor;
        }

        var caller = http.Caller();
        if (await kinds.FindAsync(item, cancel) is not { } found || !await kinds.IsKnownToAsync(found, caller, cancel))
            return Problem.NotThere.ToResult();
        // Whoever audits reading is on record for it too (R24).
        if (caller.Is(Role.Auditor)) await reads.RecordAsync(caller, found, ReadPurpose.Review);
        var page = await rows.OfAsync(found, before, cancel);
        var shown = page.Take(ReadRows.PageSize).ToList();
        return ApiJson.Ok(new Listed<ReadAnswer>(
            [.. shown.Select(ReadAnswer.Of)],
            page.Count > shown.Count ? shown[^1].Position.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<IResult> GlassesAsync(
        HttpContext http, BreakGlassRows rows, ReadItemKinds kinds, CancellationToken cancel)
    {
        var due = await BreakGlassPages.KnownToAsync(
            http.Caller(), await rows.DueAsync(cancel), kinds, cancel);
        return ApiJson.Ok(new Listed<BreakGlassItem>([.. due.Select(BreakGlassItem.Of)], Next: null));
    }
}

/// <param name="Role">In which they read; absent where they held none.</param>
/// <param name="Purpose">By what right: Response, Owed, BreakGlass or Review.</param>
public sealed record ReadAnswer(string Item, PersonId Person, Role? Role, ReadPurpose Purpose, DateTimeOffset At)
{
    public static ReadAnswer Of(ReadRow row) => new(row.Item.ToString(), row.Person, row.Role, row.Purpose, row.At);
}

/// <param name="Reviewer">The Coordinator who owes the review; any other may do it as well.</param>
public sealed record BreakGlassItem(
    Guid Id, string Item, PersonId Person, DateTimeOffset OpenedAt, DateTimeOffset Until, PersonId Reviewer,
    DateTimeOffset ReviewBy, bool Late)
{
    public static BreakGlassItem Of(BreakGlassRow row) => new(
        row.Id, row.Item.ToString(), row.Person, row.OpenedAt, row.Until, row.Reviewer, row.ReviewBy, row.Late);
}
