using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>A panel is formed, or a closed one opened again: <c>PUT /api/panels/{id}</c>.</summary>
public static class FormPanelEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "formPanel", "programme", "Forms a panel, or opens a closed one again.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
        Creates = true,
    };

    public static void MapFormPanel(this IEndpointRouteBuilder app) =>
        Route.MapApi<PanelRequest>(app, "PUT", "/api/panels/{id}", (request, reading, route) =>
        {
            var panel = new PanelId((string)route["id"]!);
            var kind = reading.Choice<PanelKind>("kind", request.Kind);
            return change => change.ProgrammeAsync((programme, context) =>
                FormPanel.Decide(new(panel, request.Name, kind), programme, context));
        });
}

/// <param name="Kind"><c>College</c>, <c>Department</c>, <c>Division</c> or <c>Group</c>.</param>
public sealed record PanelRequest(string? Name = null, string? Kind = null);
