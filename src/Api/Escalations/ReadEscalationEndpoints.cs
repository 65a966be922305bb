using Safeguard.Api.Http;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Escalations;

/// <summary><c>GET /api/escalations/{id}</c>, <c>GET /api/escalations</c> and the raiser's <c>…/receipt</c>.</summary>
public static class ReadEscalationEndpoints
{
    public static void MapReadEscalations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/escalations/{id:guid}", OneAsync)
            .For(Access.Everyone).WithName("readEscalation").WithTags("escalations")
            .WithSummary("One escalation with its ladder and timeline, as far as the caller may know it.")
            .ShowsContent().Reads<EscalationAnswer>();
        api.MapGet("/escalations", ListAsync)
            .For(Access.Everyone).WithName("listEscalations").WithTags("escalations")
            .WithSummary("Escalations the caller may see, newest first. state is open, closed or a state's name.")
            .Produces<Listed<QueueItem>>().Problems(401, 422);
        api.MapGet("/escalations/{id:guid}/receipt", ReceiptAsync)
            .For(Access.EvenAfterLeaving).WithName("readReceipt").WithTags("escalations")
            .WithSummary("The raiser's receipt: how far it has come, never a word or a name.")
            .Reads<ReceiptAnswer>();
    }

    private static async Task<IResult> OneAsync(
        Guid id, HttpContext http, EscalationReader reader, CancellationToken cancel)
    {
        var history = await reader.FindAsync(id, http.Caller(), cancel);
        if (history is null) return Problem.NotThere.ToResult();
        if (history.Relation == Relation.Raiser) return ReceiptOnly.ToResult();
        http.Response.Headers.ETag = Respond.ETag(history.Version);
        return ApiJson.Ok(EscalationAnswer.Of(history));
    }

    private static Problem ReceiptOnly { get; } = new(
        403, "escalation.own", "You raised this",
        "What others say about it is not shown to you. Your receipt says how far it has come.", nameof(Rule.R18));

    private static async Task<IResult> ListAsync(
        HttpContext http, EscalationRows queue, InstitutionDirectory directory,
        string? state, string? panel, string? mine, string? after, CancellationToken cancel)
    {
        var caller = http.Caller();
        var isMine = string.Equals(mine, "true", StringComparison.OrdinalIgnoreCase);
        if (!StateFilter.TryRead<EscalationState>(state, out var open, out var named))
            return Problem
                .Unprocessable([new("state", "Say open, closed, or a state's name such as Raised.")]).ToResult();
        if (!MomentCursor.TryRead(after, out var before))
            return Problem.Unprocessable([new("after", "Take the cursor from next, as it is.")]).ToResult();
        // One's own raises are on the list of those who ask for what is theirs; their receipts say the rest (R18).
        var sees = isMine || caller.Is(Role.Coordinator) ? null : (PersonId?)caller.Person;
        var rows = await queue.ListAsync(
            new(open, named?.ToString(), panel is null ? null : new PanelId(panel.ToLowerInvariant()),
                isMine ? caller.Person : null, sees, QueueVisibility.PanelsOf(caller), before),
            cancel);
        var page = rows.Take(EscalationRows.PageSize).ToList();
        var institution = directory.Present;
        var visible = page.Where(row => isMine && row.Raiser == caller.Person || institution.Shows(row, caller));
        return ApiJson.Ok(new Listed<QueueItem>(
            [.. visible.Select(QueueItem.Of)],
            rows.Count > page.Count ? MomentCursor.Write(page[^1].RaisedAt, page[^1].Id) : null));
    }

    private static async Task<IResult> ReceiptAsync(
        Guid id, HttpContext http, EscalationReader reader, CancellationToken cancel)
    {
        var history = await reader.LookAtAsync(id, http.Caller(), cancel);
        return history is { Relation: Relation.Raiser }
            ? ApiJson.Ok(ReceiptAnswer.Of(history))
            : Problem.NotThere.ToResult();
    }
}
