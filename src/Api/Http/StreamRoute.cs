using System.Globalization;
using Safeguard.Api.Commands;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Http;

/// <summary>
/// One thing that people do to something with a stream and a page of its own (an escalation, a case file): once as an
/// endpoint of the API, once as a form of its page, both read by one record and decided by one rule.
/// </summary>
/// <param name="Path">The noun after the stream's own address, <c>acknowledgement</c>; also the form's name.</param>
/// <param name="Name">The command's name in the OpenAPI document, in traces and metrics.</param>
public abstract record StreamRoute<TState, TEvent, TContext>(string Path, string Name, string Summary)
    where TEvent : class
{
    /// <summary>Who may use it at all; the rules say more.</summary>
    public abstract Access Access { get; init; }

    /// <summary>Stale facts could do harm here: the version decided on must be named (428).</summary>
    public bool NeedsVersion { get; init; }

    /// <summary>Where the page goes afterwards; the stream's own page by default.</summary>
    public string? Then { get; init; }

    /// <summary>The plural noun in the addresses of API and page, <c>escalations</c>.</summary>
    protected abstract string Noun { get; }

    /// <param name="read">Makes the decision out of the request; what it cannot read it reports to the reading.</param>
    public void Map<TRequest>(
        IEndpointRouteBuilder app,
        Func<TRequest, RequestReading, RouteValueDictionary, Func<TState, TContext, Decision<TEvent>>> read)
        where TRequest : class
    {
        var api = app.MapPost($"/api/{Noun}/{{id:guid}}/{Path}", async (Guid id, HttpContext http) =>
        {
            var (body, problem) = await ApiJson.ReadFieldsAsync<TRequest>(http);
            return problem is null
                ? Respond.Of(http, await RunAsync(http, id, body!, null, null, read))
                : problem.ToResult();
        }).For(Access).WithName(Name).WithTags(Noun).WithSummary(Summary).Takes<TRequest>();
        if (NeedsVersion) api.ChangesWithVersion();
        else api.Changes();
        app.MapPost($"/{Noun}/{{id:guid}}/{Path}", async (Guid id, HttpContext http) =>
        {
            var form = await http.Request.FormAsync();
            var version = long.TryParse(form["version"], CultureInfo.InvariantCulture, out var seen)
                ? seen
                : (long?)null;
            var outcome = await RunAsync(http, id, FormBody.Read<TRequest>(form), form["command"], version, read);
            return outcome is Done
                ? Respond.SeeOther(Next(id, form["returnTo"]))
                : await RefusedAsync(http, id, FormOn(http.Request.RouteValues, form), form, outcome);
        }).For(Access).ShowsContent().ExcludeFromDescription();
    }

    /// <summary>Loads, decides and appends.</summary>
    /// <param name="reading">Whom and what the request names, for the decision to look up.</param>
    protected abstract Task<Outcome> RunAsync(
        HttpContext http, CommandInfo info, Guid id, Func<TState, TContext, Decision<TEvent>> decide,
        RequestReading reading);

    /// <summary>The page again, with everything that was typed and why it was refused.</summary>
    protected abstract Task<IResult> RefusedAsync(
        HttpContext http, Guid id, string form, IFormCollection typed, Outcome outcome);

    /// <summary>The name that the form has on its page.</summary>
    protected virtual string FormOn(RouteValueDictionary route, IFormCollection form) => Path;

    /// <summary>Where the page that was sent from wants to be afterwards, else where this leads.</summary>
    private string Next(Guid id, string? returnTo) => LocalPath.IsLocal(returnTo)
        ? returnTo!
        : (Then ?? $"/{Noun}/{{id}}").Replace("{id}", id.ToString(), StringComparison.Ordinal);

    private Task<Outcome> RunAsync<TRequest>(
        HttpContext http, Guid id, RequestBody<TRequest> body, string? command, long? version,
        Func<TRequest, RequestReading, RouteValueDictionary, Func<TState, TContext, Decision<TEvent>>> read)
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
        return RunAsync(http, info, id, Ready, reading);

        Decision<TEvent> Ready(TState state, TContext context)
        {
            var decision = decide(state, context);
            var refused = Unready.Or(decision.Rejection, reading, isUnversioned);
            return refused is null || refused == decision.Rejection ? decision : refused;
        }
    }
}
