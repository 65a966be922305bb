using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>A panel is closed: <c>POST /api/panels/{id}/closure</c>.</summary>
public static class ClosePanelEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "closePanel", "programme", "Closes a panel: nothing new is offered for it, and nothing open for it is lost.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
    };

    public static void MapClosePanel(this IEndpointRouteBuilder app) =>
        Route.MapApi<PanelClosureRequest>(app, "POST", "/api/panels/{id}/closure", (_, _, route) =>
        {
            var panel = new PanelId((string)route["id"]!);
            return change => change.ProgrammeAsync((programme, context) =>
                ClosePanel.Decide(new(panel), programme, context));
        });
}

/// <summary>Nothing needs to be said.</summary>
public sealed record PanelClosureRequest;
