using Safeguard.Api.Http;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Takes what was offered: <c>POST /api/case-files/{id}/handover/acceptance</c>.</summary>
public static class AcceptHandoverEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "handover/acceptance", "acceptHandover",
        "Takes the file that was offered. Everything in it goes along.");

    public static void MapAcceptHandover(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonlessRequest>(app, (_, _, _) =>
            (state, context) => AcceptHandover.Decide(new(), state, context));
}
