using Safeguard.Api.Http;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Declines what was offered: <c>POST /api/case-files/{id}/handover/decline</c>.</summary>
public static class DeclineHandoverEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "handover/decline", "declineHandover",
        "Declines the file that was offered. It stays with its owner.");

    public static void MapDeclineHandover(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonRequest>(app, (request, reading, _) =>
            (state, context) => DeclineHandover.Decide(new(reading.Words(request.Reason)), state, context));
}
