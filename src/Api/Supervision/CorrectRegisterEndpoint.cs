using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>
/// A register is corrected: <c>POST /api/supervision-groups/{id}/sessions/{session}/correction</c>. The answer says
/// whose standing it changed.
/// </summary>
public static class CorrectRegisterEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "correctRegister", "supervision",
        "Corrects a register with a reason, and says whose standing that changed. What was decided stays decided.")
    {
        Access = Access.Only(Role.Supervisor, Role.Coordinator),
    };

    public static void MapCorrectRegister(this IEndpointRouteBuilder app)
    {
        Route.MapApi<RegisterRequest, CorrectionAnswer>(
            app, "POST", "/api/supervision-groups/{id}/sessions/{session:guid}/correction", Read);
        Route.MapForm<PostedRegister>(
            app, "/groups/{id}/sessions/{session:guid}/correction",
            RegisterPages.Page("correction", "corrected") with { HeedsVersion = true },
            (posted, reading, route) => Read(posted.Changed(), reading, route).Decide);
    }

    private static (InstitutionCommands.Decide Decide, Func<CorrectionAnswer> Answer) Read(
        RegisterRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var lines = request.Lines(reading, mayTakeOut: true);
        var command = new CorrectRegister(SupervisionChange.IdOf(route, "session"), lines, request.Reason);
        IReadOnlyList<StandingChange> changed = [];
        return (async change =>
        {
            foreach (var line in lines) change.RestsOnStanding(line.Person);
            var rejection = await change.GroupAsync(
                route,
                (group, context) => CorrectRegister.Decide(command, group, context),
                (group, context) => CorrectRegister.Follow(command, group, context));
            changed = [.. StandingChange.Between(change, lines.Select(line => line.Person))];
            return rejection;
        }, () => new CorrectionAnswer(changed));
    }
}

/// <summary>What a correction came to.</summary>
public sealed record CorrectionAnswer(IReadOnlyList<StandingChange> Changed);

/// <summary>Whose standing is another one now.</summary>
public sealed record StandingChange(PersonId Person, Standing Was, Standing Is)
{
    internal static IEnumerable<StandingChange> Between(InstitutionChange change, IEnumerable<PersonId> people) =>
        from person in people.Distinct()
        let was = change.Institution.StandingAt(person, change.Now).Standing
        let now = change.After.StandingAt(person, change.Now).Standing
        where was != now
        select new StandingChange(person, was, now);
}
