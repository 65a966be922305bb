using Safeguard.Api.Escalations;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>A goal is met: <c>POST /api/case-files/{id}/goals/{part}/met</c>.</summary>
public static class MeetGoalEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "goals/{part:guid}/met", "meetGoal",
        "A goal is met.");

    public static void MapMeetGoal(this IEndpointRouteBuilder app) =>
        Route.Map<CompletionRequest>(app, (request, reading, route) =>
        {
            var id = CaseFilePart.Of(route);
            return (state, context) => MeetGoal.Decide(new(id, reading.Words(request.Note)), state, context);
        });
}
