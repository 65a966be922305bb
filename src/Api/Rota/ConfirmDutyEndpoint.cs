using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Rota;

/// <summary>"I am on duty": <c>POST /api/panels/{id}/rota/shifts/{shift}/confirmation</c>, and its button.</summary>
public static class ConfirmDutyEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "confirmDuty", "rota", "The caller says that they are on duty. They are paged either way.")
    {
        Access = Access.Only(Role.SeniorMember, Role.Coordinator),
    };

    public static void MapConfirmDuty(this IEndpointRouteBuilder app)
    {
        Route.MapApi<ConfirmationRequest>(
            app, "POST", "/api/panels/{id}/rota/shifts/{shift:guid}/confirmation", Read);
        Route.MapForm<ConfirmationRequest>(app, "/rota/{id}/shifts/{shift:guid}/confirmation", DutyPages.Page, Read);
    }

    private static InstitutionCommands.Decide Read(
        ConfirmationRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var (panel, shift) = (RotaChange.PanelOf(route), RotaChange.ShiftOf(route));
        return change => change.RotaAsync(panel, (rota, context) => ConfirmDuty.Decide(new(shift), rota, context));
    }
}

/// <summary>Nothing needs to be said.</summary>
public sealed record ConfirmationRequest;
