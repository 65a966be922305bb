using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Places a legal hold: <c>POST /api/case-files/{id}/legal-hold</c>.</summary>
public static class PlaceLegalHoldEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "legal-hold", "placeLegalHold",
        "Nothing of it may be erased from here, whatever is due.")
    {
        Access = Access.Only(Role.DataProtection),
    };

    public static void MapPlaceLegalHold(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonRequest>(app, (request, reading, _) =>
            (state, context) => PlaceLegalHold.Decide(new(reading.Words(request.Reason)), state, context));
}
