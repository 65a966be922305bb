using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Rota;

/// <summary>
/// Shifts are planned: <c>PUT /api/panels/{id}/rota</c>, a whole period at once, and one by the form of the rota's
/// page. A shift is created once by its id; what the body does not name stays planned, because taking a shift off the
/// rota is a command of its own.
/// </summary>
public static class PlanShiftEndpoint
{
    /// <summary>Shifts of one request: a year of both duties, changing hands every day.</summary>
    private const int MaxShifts = 800;

    private static readonly InstitutionRoute Route = new(
        "planShifts", "rota", "Plans every shift that the body names, all or none; what it does not name stays.")
    {
        Access = Access.Only(Role.Coordinator),
        NeedsVersion = true,
    };

    public static void MapPlanShift(this IEndpointRouteBuilder app)
    {
        Route.MapApi<RotaRequest>(app, "PUT", "/api/panels/{id}/rota", Read);
        Route.MapForm<ShiftRequest>(
            app, "/rota/{id}/shifts", RotaPages.Page((_, _) => "shift"), (request, reading, route) =>
            {
                var command = request.Read("", reading);
                return change => change.RotaAsync(RotaChange.PanelOf(route), (rota, context) =>
                    PlanShift.Decide(command, rota, context));
            });
    }

    private static InstitutionCommands.Decide Read(
        RotaRequest request, RequestReading reading, RouteValueDictionary route)
    {
        if (request.Shifts is not { Count: > 0 and <= MaxShifts })
            reading.Fault("shifts", $"Name at least one shift, and {MaxShifts} at most.");
        var shifts = (request.Shifts ?? []).Take(MaxShifts)
            .Select((shift, index) => (shift ?? new()).Read($"shifts[{index}].", reading)).ToList();
        return change => change.RotaAsync(RotaChange.PanelOf(route), (rota, context) => All(shifts, rota, context));
    }

    /// <summary>
    /// Each on the rota as those before it leave it; with one refused none is planned, and all are named.
    /// </summary>
    private static Decision<RotaEvent> All(IReadOnlyList<PlanShift> shifts, PanelRota rota, RotaContext context)
    {
        if (!context.MayPlan) return new CoordinatorsPlan();
        if (!context.PanelIsOpen) return new PanelUnknown();
        var events = new List<RotaEvent>();
        var refused = new List<(Guid Shift, Rejection Why)>();
        var stamp = new Stamp(context.Caller.Person, Role: null, context.Now, context.Now, context.Policy.Version);
        foreach (var shift in shifts)
        {
            var decision = PlanShift.Decide(shift, rota, context);
            if (decision.Rejection is { } why) refused.Add((shift.Shift, why));
            events.AddRange(decision.Events);
            rota = decision.Events.Aggregate(rota, (known, happened) => known.Evolve(happened, stamp));
        }

        return refused.Count == 0
            ? events
            : refused[0].Why with { Missing = [.. refused.Select(shift => shift.Shift.ToString())] };
    }
}

/// <param name="Shifts">Those that are planned already as they stand here are left as they are.</param>
public sealed record RotaRequest(IReadOnlyList<ShiftRequest>? Shifts = null);

/// <param name="Shift">The shift's own id, made by the client.</param>
/// <param name="Duty"><c>First</c> or <c>Deputy</c>.</param>
/// <param name="Starts">Local time, <c>2026-11-20T18:00</c>; with an offset, the local time it is.</param>
public sealed record ShiftRequest(
    string? Shift = null, string? Duty = null, string? Person = null, string? Starts = null, string? Ends = null)
{
    internal PlanShift Read(string prefix, RequestReading reading) => new(
        reading.Id(prefix + "shift", Shift),
        reading.Choice<Duty>(prefix + "duty", Duty),
        reading.Person(prefix + "person", Person),
        reading.LocalTime(prefix + "starts", Starts),
        reading.LocalTime(prefix + "ends", Ends));
}
