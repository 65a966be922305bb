using Safeguard.Api.Http;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Lifts the restriction: <c>POST /api/case-files/{id}/restriction/lifting</c>.</summary>
public static class LiftRestrictionEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "restriction/lifting", "liftRestriction",
        "Lifts the restriction, with a reason.");

    public static void MapLiftRestriction(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonRequest>(app, (request, reading, _) =>
            (state, context) => LiftRestriction.Decide(new(reading.Words(request.Reason)), state, context));
}
