using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>Something done, or to be done: <c>POST /api/escalations/{id}/actions</c>.</summary>
public static class RecordActionEndpoint
{
    private static readonly EscalationRoute Route = new(
        "actions", "recordAction", "Something done, or to be done by somebody by a moment.");

    public static void MapRecordAction(this IEndpointRouteBuilder app) =>
        Route.Map<ActionRequest>(app, (request, reading, _) =>
        {
            var id = reading.Id("action", request.Action);
            var owner = reading.OptionalPerson(request.Owner);
            var dueBy = reading.Moment("dueBy", request.DueBy);
            return (state, context) => RecordAction.Decide(
                new(id, reading.Words(request.What), owner, dueBy, request.Done ?? false), state, context);
        });
}

/// <param name="Owner">Whose it is; the caller's own when left out.</param>
/// <param name="Done">True for what is done already.</param>
public sealed record ActionRequest(
    string? Action = null, string? What = null, string? Owner = null, string? DueBy = null, bool? Done = null);
