using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Rota;

/// <summary>Two people exchange two shifts: <c>POST /api/panels/{id}/rota/swaps</c>, and its form.</summary>
public static class SwapShiftsEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "swapShifts", "rota", "Two people of a panel exchange two shifts, each as far as it is still to come.")
    {
        Access = Access.Only(Role.SeniorMember, Role.Coordinator),
    };

    public static void MapSwapShifts(this IEndpointRouteBuilder app)
    {
        Route.MapApi<SwapRequest>(app, "POST", "/api/panels/{id}/rota/swaps", Read);
        Route.MapForm<SwapRequest>(
            app, "/rota/{id}/swaps", RotaPages.Page((_, form) => $"swap-{form["one"]}"), Read);
    }

    private static InstitutionCommands.Decide Read(
        SwapRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var panel = RotaChange.PanelOf(route);
        var (one, other) = (Shift("one", request.One, reading), Shift("other", request.Other, reading));
        return change => change.RotaAsync(panel, (rota, context) =>
            one is { } shift && other is { } counterpart
                ? SwapShifts.Decide(new(shift, counterpart), rota, context)
                : !context.PanelIsOpen ? new PanelUnknown()
                : context.MayCover ? Decision<RotaEvent>.AlreadySo
                : new NotYourPanel());
    }

    private static Guid? Shift(string field, string? text, RequestReading reading)
    {
        if (Guid.TryParse(text, out var shift)) return shift;
        reading.Fault(field, "Choose a shift.");
        return null;
    }
}

/// <summary>The two shifts, by id.</summary>
public sealed record SwapRequest(string? One = null, string? Other = null);
