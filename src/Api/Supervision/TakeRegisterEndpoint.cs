using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>The register of a session: <c>POST /api/supervision-groups/{id}/sessions/{session}/register</c>.</summary>
public static class TakeRegisterEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "takeRegister", "supervision",
        "Takes the register: the group and everybody's own record change together or not at all.")
    {
        Access = Access.Only(Role.Supervisor, Role.Coordinator),
    };

    public static void MapTakeRegister(this IEndpointRouteBuilder app)
    {
        Route.MapApi<RegisterRequest>(
            app, "POST", "/api/supervision-groups/{id}/sessions/{session:guid}/register", Read);
        Route.MapForm<PostedRegister>(
            app, "/groups/{id}/sessions/{session:guid}/register", RegisterPages.Page("register", "taken"),
            (posted, reading, route) => Read(posted.Marked(), reading, route));
    }

    private static InstitutionCommands.Decide Read(
        RegisterRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new TakeRegister(SupervisionChange.IdOf(route, "session"), request.Lines(reading));
        return change =>
        {
            foreach (var line in command.Lines) change.RestsOnStanding(line.Person);
            return change.GroupAsync(
                route,
                (group, context) => TakeRegister.Decide(command, group, context),
                (group, context) => TakeRegister.Follow(command, group, context));
        };
    }
}

/// <param name="Attendance">One line a person.</param>
/// <param name="Reason">Of a correction: what was wrong.</param>
public sealed record RegisterRequest(IReadOnlyList<AttendanceRequest>? Attendance = null, string? Reason = null)
{
    internal IReadOnlyList<RegisterLine> Lines(RequestReading reading, bool mayTakeOut = false)
    {
        if (Attendance is not { Count: > 0 and <= TakeRegister.MaxLines })
            reading.Fault("attendance", $"Name at least one person, and {TakeRegister.MaxLines} at most.");
        return
        [
            .. (Attendance ?? []).Take(TakeRegister.MaxLines).Select((line, index) => new RegisterLine(
                reading.Person($"attendance[{index}].person", line?.Person),
                mayTakeOut
                    ? reading.OptionalChoice<Attendance>($"attendance[{index}].attendance", line?.Attendance)
                    : reading.Choice<Attendance>($"attendance[{index}].attendance", line?.Attendance),
                reading.Words(line?.Reason),
                Guid.CreateVersion7())),
        ];
    }
}

/// <param name="Attendance"><c>attended</c>, <c>madeUp</c>, <c>excused</c> or <c>absent</c>.</param>
/// <param name="Reason">Why somebody was not here, in a word.</param>
public sealed record AttendanceRequest(string? Person = null, string? Attendance = null, string? Reason = null);
