using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Rota;

/// <summary>A shift comes off: <c>POST /api/panels/{id}/rota/shifts/{shift}/removal</c>, and its form.</summary>
public static class RemoveShiftEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "removeShift", "rota", "Takes a shift off the rota; of one under way, what is left of it.")
    {
        Access = Access.Only(Role.Coordinator),
    };

    public static void MapRemoveShift(this IEndpointRouteBuilder app)
    {
        Route.MapApi<RemovalRequest>(app, "POST", "/api/panels/{id}/rota/shifts/{shift:guid}/removal", Read);
        Route.MapForm<RemovalRequest>(
            app, "/rota/{id}/shifts/{shift:guid}/removal",
            RotaPages.Page((route, _) => $"removal-{route["shift"]}"), Read);
    }

    private static InstitutionCommands.Decide Read(
        RemovalRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var (panel, shift) = (RotaChange.PanelOf(route), RotaChange.ShiftOf(route));
        return change => change.RotaAsync(panel, (rota, context) => RemoveShift.Decide(new(shift), rota, context));
    }
}

/// <summary>Nothing needs to be said.</summary>
public sealed record RemovalRequest;
