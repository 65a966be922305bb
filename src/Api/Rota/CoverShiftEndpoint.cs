using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Rota;

/// <summary>Somebody takes a shift or a part of it: <c>POST /api/panels/{id}/rota/shifts/{shift}/cover</c>.</summary>
public static class CoverShiftEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "coverShift", "rota",
        "Somebody takes over a shift, or a part of it; what has passed stays with whoever had it.")
    {
        Access = Access.Only(Role.SeniorMember, Role.Coordinator),
    };

    public static void MapCoverShift(this IEndpointRouteBuilder app)
    {
        Route.MapApi<CoverRequest>(app, "POST", "/api/panels/{id}/rota/shifts/{shift:guid}/cover", Read);
        Route.MapForm<CoverRequest>(
            app, "/rota/{id}/shifts/{shift:guid}/cover", RotaPages.Page((route, _) => $"cover-{route["shift"]}"), Read);
    }

    private static InstitutionCommands.Decide Read(
        CoverRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var (panel, shift) = (RotaChange.PanelOf(route), RotaChange.ShiftOf(route));
        var by = reading.OptionalPerson(request.By);
        var (from, until) = (reading.Moment("from", request.From), reading.Moment("until", request.Until));
        return change => change.RotaAsync(panel, (rota, context) =>
            CoverShift.Decide(new(shift, by ?? context.Caller.Person, from, until), rota, context));
    }
}

/// <param name="By">Who takes it; the caller when left out.</param>
/// <param name="From">Left out for the whole of what is left.</param>
public sealed record CoverRequest(string? By = null, string? From = null, string? Until = null);
