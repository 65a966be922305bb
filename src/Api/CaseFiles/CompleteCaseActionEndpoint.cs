using Safeguard.Api.Escalations;
using Safeguard.Api.Http;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>It is done: <c>POST /api/case-files/{id}/actions/{part}/completion</c>.</summary>
public static class CompleteCaseActionEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "actions/{part:guid}/completion", "completeCaseAction",
        "What was to be done is done.")
    {
        Access = Access.Everyone,
    };

    public static void MapCompleteCaseAction(this IEndpointRouteBuilder app) =>
        Route.Map<CompletionRequest>(app, (request, reading, route) =>
        {
            var id = CaseFilePart.Of(route);
            return (state, context) => CompleteCaseAction.Decide(new(id, reading.Words(request.Note)), state, context);
        });
}
