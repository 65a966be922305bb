using System.Globalization;
using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Escalations;

/// <summary>
/// One thing that people do to an escalation: once as an endpoint of the API, once as a form of its page, both read by
/// one record and decided by one rule.
/// </summary>
/// <param name="Path">The noun after the escalation, <c>acknowledgement</c>; also the name of the form.</param>
/// <param name="Name">The command's name in the OpenAPI document, in traces and metrics.</param>
public sealed record EscalationRoute(string Path, string Name, string Summary)
{
    public Access Access { get; init; } = Access.Only(Role.SeniorMember, Role.Coordinator, Role.Supervisor);

    /// <summary>Stale facts could do harm here: the version decided on must be named (428).</summary>
    public bool NeedsVersion { get; init; }

    /// <summary>Where the page goes afterwards; the escalation's own page by default.</summary>
    public string? Then { get; init; }

    /// <param name="read">Makes the decision out of the request; what it cannot read it reports to the reading.</param>
    public void Map<TRequest>(IEndpointRouteBuilder app, Func<TRequest, RequestReading, RouteValueDictionary,
        EscalationCommands.Decide> read)
        where TRequest : class
    {
        var api = app.MapPost($"/api/escalations/{{id:guid}}/{Path}", async (Guid id, HttpContext http,
            EscalationCommands run) =>
        {
            var (body, problem) = await ApiJson.ReadFieldsAsync<TRequest>(http);
            return problem is null
                ? Respond.Of(http, await RunAsync(http, run, id, body!, null, null, read))
                : problem.ToResult();
        }).For(Access).WithName(Name).WithTags("escalations").WithSummary(Summary).Takes<TRequest>();
        if (NeedsVersion) api.ChangesWithVersion();
        else api.Changes();
        app.MapPost($"/escalations/{{id:guid}}/{Path}", async (Guid id, HttpContext http, EscalationCommands run,
            EscalationPages pages) =>
        {
            var form = await http.Request.FormAsync();
            var version = long.TryParse(form["version"], CultureInfo.InvariantCulture,
                out var seen) ? seen : (long?)null;
            var outcome = await RunAsync(
                http, run, id, FormBody.Read<TRequest>(form), form["command"], version, read);
            return outcome is Done
                ? Respond.SeeOther(Next(id, form["returnTo"]))
                : await pages.RefusedAsync(http, id, FormOn(http.Request.RouteValues, form), form, outcome);
        }).For(Access).ExcludeFromDescription();
    }

    /// <summary>Where the page that was sent from wants to be afterwards, else where this leads.</summary>
    private string Next(Guid id, string? returnTo) => LocalPath.IsLocal(returnTo)
        ? returnTo!
        : (Then ?? "/escalations/{id}").Replace("{id}", id.ToString(), StringComparison.Ordinal);

    /// <summary>The name that the form has on its page.</summary>
    private string FormOn(RouteValueDictionary route, IFormCollection form) => Path switch
    {
        "additions" => form["gotWorse"] == "true" ? "worse" : "add",
        _ when route.TryGetValue("question", out var question) => $"answer-{question}",
        _ when route.TryGetValue("action", out var action) => $"completion-{action}",
        _ => Path,
    };

    private Task<Outcome> RunAsync<TRequest>(
        HttpContext http, EscalationCommands run, Guid id, RequestBody<TRequest> body, string? command, long? version,
        Func<TRequest, RequestReading, RouteValueDictionary, EscalationCommands.Decide> read)
        where TRequest : class
    {
        var directory = http.RequestServices.GetRequiredService<InstitutionDirectory>();
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var reading = new RequestReading(directory.Present, clock.GetUtcNow());
        var decide = read(body.Value, reading, http.Request.RouteValues);
        reading.Add(body.Faults);
        var info = http.Command(command, reading.OccurredAt);
        if (NeedsVersion && version is not null) info = info with { IfMatch = version };
        var isUnversioned = NeedsVersion && info.IfMatch is null && http.Request.Headers.IfMatch.Count == 0;
        return run.RunAsync(Name, info, id, Ready, reading.Named);

        Decision<EscalationEvent> Ready(Escalation state, EscalationContext context)
        {
            var decision = decide(state, context);
            var refused = Unready.Or(decision.Rejection, reading, isUnversioned);
            return refused is null || refused == decision.Rejection ? decision : refused;
        }
    }
}
