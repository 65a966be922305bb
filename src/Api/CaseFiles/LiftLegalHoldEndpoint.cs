using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Lifts the legal hold: <c>POST /api/case-files/{id}/legal-hold/lifting</c>.</summary>
public static class LiftLegalHoldEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "legal-hold/lifting", "liftLegalHold",
        "Lifts the legal hold, with a reason.")
    {
        Access = Access.Only(Role.DataProtection),
    };

    public static void MapLiftLegalHold(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonRequest>(app, (request, reading, _) =>
            (state, context) => LiftLegalHold.Decide(new(reading.Words(request.Reason)), state, context));
}
