using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>How soon somebody must respond, up or down: <c>POST /api/escalations/{id}/band</c>.</summary>
public static class ChangeBandEndpoint
{
    private static readonly EscalationRoute Route = new(
        "band", "changeBand", "Up at once by anyone who sees it; down with a reason, and earlier deadlines stay.")
    {
        // The raiser too, whatever became of them since; to anybody else there is nothing here.
        Access = Access.EvenAfterLeaving,
    };

    public static void MapChangeBand(this IEndpointRouteBuilder app) =>
        Route.Map<BandRequest>(app, (request, reading, _) =>
        {
            var band = reading.Choice<Band>("band", request.Band);
            return (state, context) => ChangeBand.Decide(new(band, reading.Words(request.Reason)), state, context);
        });
}

/// <param name="Band">
/// <c>Immediate</c>, <c>Within4Hours</c>, <c>Within24Hours</c>, <c>Within72Hours</c>, <c>NextSupervision</c>.
/// </param>
public sealed record BandRequest(string? Band = null, string? Reason = null);
