using Safeguard.Api.Escalations;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Something done, or to be done: <c>POST /api/case-files/{id}/actions</c>.</summary>
public static class RecordCaseActionEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "actions", "recordCaseAction",
        "Something done, or to be done by somebody by a moment.");

    public static void MapRecordCaseAction(this IEndpointRouteBuilder app) =>
        Route.Map<ActionRequest>(app, (request, reading, _) =>
        {
            var id = reading.Id("action", request.Action);
            var owner = reading.OptionalPerson(request.Owner);
            var dueBy = reading.Moment("dueBy", request.DueBy);
            return (state, context) => RecordCaseAction.Decide(
                new(id, reading.Words(request.What), owner, dueBy, request.Done ?? false), state, context);
        });
}
