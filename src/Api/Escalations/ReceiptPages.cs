using System.Globalization;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Reading;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Escalations;

/// <summary>The raiser's pages (R18): <c>/receipts</c> and <c>/receipts/{id}</c>, for those who left as well.</summary>
public static class ReceiptPages
{
    /// <summary>Receipts on one page of the list.</summary>
    private const int PageSize = 25;

    public static void MapReceiptPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/receipts", ListAsync).For(Access.EvenAfterLeaving).ExcludeFromDescription();
        app.MapGet("/receipts/{id:guid}", OneAsync)
            .For(Access.EvenAfterLeaving).ShowsContent().ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, EscalationRows rows, PageFrame frames, string? before, CancellationToken cancel)
    {
        var found = await rows.RaisedByAsync(http.Caller().Person, PageSize, Cursor(before), cancel);
        var page = found.Take(PageSize).ToList();
        var older = found.Count > page.Count ? $"/receipts?before={Cursor(page[^1])}" : null;
        return PageResult.Show<ReceiptsPage, ReceiptsView>(
            frames.For(http), new([.. page.Select(ReceiptLine.Of)], older));
    }

    private static async Task<IResult> OneAsync(
        Guid id, HttpContext http, EscalationReader reader, PageFrame frames, CancellationToken cancel) =>
        await reader.ReadAsync(id, http.Caller(), cancel) is { Relation: Relation.Raiser } history
            ? PageResult.Show<ReceiptPage, ReceiptView>(frames.For(http), ReceiptView.Of(history))
            : ErrorPages.NotThere;

    private static string Cursor(EscalationRow last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.RaisedAt.ToUnixTimeMilliseconds()}.{last.Id:N}");

    /// <summary>What cannot be read begins the list anew: an address somebody shortened is no fault.</summary>
    private static (DateTimeOffset, Guid)? Cursor(string? text) =>
        text?.Split('.') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && moment <= LastMoment
        && Guid.TryParseExact(id, "N", out var last)
            ? (DateTimeOffset.FromUnixTimeMilliseconds(moment), last)
            : null;

    private static readonly long LastMoment = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
}
