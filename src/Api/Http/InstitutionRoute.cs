using System.Globalization;
using Safeguard.Api.Commands;
using Safeguard.Api.Pages.Kit;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Http;

/// <summary>
/// One thing that people do to the programme, its people or its rota: as an endpoint of the API, and as a form of a
/// page, both read by one record and decided by one rule.
/// </summary>
/// <param name="Name">The command's name in the OpenAPI document, in traces and metrics.</param>
/// <param name="Tag">The group of the OpenAPI document it stands in.</param>
public sealed record InstitutionRoute(string Name, string Tag, string Summary)
{
    /// <summary>Makes the decision out of the request; what it cannot read it reports to the reading.</summary>
    public delegate InstitutionCommands.Decide Read<in TRequest>(
        TRequest request, RequestReading reading, RouteValueDictionary route);

    /// <summary>Who may use it at all; the rules say more.</summary>
    public Access Access { get; init; } = Access.Everyone;

    /// <summary>Stale facts could do harm here: the version decided on must be named (428).</summary>
    public bool NeedsVersion { get; init; }

    /// <summary>Something of its own address comes to be: 201 and its id, the same to a repeat.</summary>
    public bool Creates { get; init; }

    /// <summary>The API's endpoint.</summary>
    public void MapApi<TRequest>(IEndpointRouteBuilder app, string method, string path, Read<TRequest> read)
        where TRequest : class
    {
        var endpoint = Map<TRequest>(app, method, path, (body, reading, route) => (
            read(body, reading, route), http => Creates ? Created(http) : Results.NoContent()));
        if (Creates) endpoint.Produces<CreatedAnswer>(201);
        else endpoint.Produces(204);
    }

    /// <summary>An endpoint that answers with what its decision came to.</summary>
    public void MapApi<TRequest, TAnswer>(
        IEndpointRouteBuilder app, string method, string path,
        Func<TRequest, RequestReading, RouteValueDictionary, (InstitutionCommands.Decide Decide, Func<TAnswer> Answer)>
            read)
        where TRequest : class =>
        Map<TRequest>(app, method, path, (body, reading, route) =>
        {
            var (decide, answer) = read(body, reading, route);
            return (decide, _ => ApiJson.Ok(answer()));
        }).Produces<TAnswer>();

    private RouteHandlerBuilder Map<TRequest>(
        IEndpointRouteBuilder app, string method, string path,
        Func<TRequest, RequestReading, RouteValueDictionary,
            (InstitutionCommands.Decide Decide, Func<HttpContext, IResult> Answer)> read)
        where TRequest : class
    {
        var endpoint = app.MapMethods(path, [method], async (HttpContext http) =>
        {
            var (body, problem) = await ApiJson.ReadFieldsAsync<TRequest>(http);
            if (problem is not null) return problem.ToResult();
            Func<HttpContext, IResult>? answer = null;
            var outcome = await RunAsync(http, body!, http.Command(), (request, reading, route) =>
            {
                (var decide, answer) = read(request, reading, route);
                return decide;
            });
            return Respond.Of(http, outcome, _ => answer!(http));
        });
        endpoint.For(Access).WithName(Name).WithTags(Tag).WithSummary(Summary).Takes<TRequest>();
        endpoint.Problems(400, 401, 403, 404, 409, 412, 413, 422);
        if (NeedsVersion) endpoint.Problems(428);
        return endpoint;
    }

    /// <summary>The form of a page; refused, the page comes back with everything that was typed.</summary>
    public void MapForm<TRequest>(IEndpointRouteBuilder app, string path, FormPage page, Read<TRequest> read)
        where TRequest : class =>
        app.MapPost(path, async (HttpContext http) =>
        {
            var form = await http.Request.FormAsync();
            var body = FormBody.Read<TRequest>(form);
            var info = http.Command(form["command"]);
            if (long.TryParse(form["version"], CultureInfo.InvariantCulture, out var seen))
                info = info with { IfMatch = NeedsVersion || page.HeedsVersion ? seen : null };
            var outcome = await RunAsync(http, body, info, read);
            if (outcome is Done) return Respond.SeeOther(page.Then(http.Request.RouteValues, form));
            return RefusedForm.Of(page.Name(http.Request.RouteValues, form), outcome, form) is var (refused, status)
                ? await page.Again(http, refused, status)
                : RefusedForm.ErrorFor(http, outcome is Rejected { Rejection: var why }
                    ? Problem.Of(why) : Problem.NotThere);
        }).For(Access).ExcludeFromDescription();

    private async Task<Outcome> RunAsync<TRequest>(
        HttpContext http, RequestBody<TRequest> body, CommandInfo info, Read<TRequest> read)
        where TRequest : class
    {
        var parts = http.RequestServices;
        var reading = new RequestReading(
            parts.GetRequiredService<InstitutionDirectory>().Present,
            parts.GetRequiredService<TimeProvider>().GetUtcNow());
        var decide = read(body.Value, reading, http.Request.RouteValues);
        reading.Add(body.Faults);
        var isUnversioned = NeedsVersion && info.IfMatch is null && http.Request.Headers.IfMatch.Count == 0;
        return await parts.GetRequiredService<InstitutionCommands>().RunAsync(Name, info, async change =>
            Unready.Or(await decide(change), reading, isUnversioned));
    }

    private static IResult Created(HttpContext http)
    {
        var address = http.Request.Path.Value!;
        return ApiJson.Created(address, new CreatedAnswer(address[(address.LastIndexOf('/') + 1)..]), http);
    }
}

/// <summary>The page that a form stands on.</summary>
/// <param name="Name">The name of the form on its page.</param>
/// <param name="Then">Where to go once it is done.</param>
/// <param name="Again">The page as it is now, with what was typed.</param>
public sealed record FormPage(
    Func<RouteValueDictionary, IFormCollection, string> Name,
    Func<RouteValueDictionary, IFormCollection, string> Then,
    Func<HttpContext, Refused, int, Task<IResult>> Again)
{
    /// <summary>
    /// The form names the version that its reader saw, although the API leaves that to its callers: whoever changed the
    /// same meanwhile is not overwritten by a page that was open before.
    /// </summary>
    public bool HeedsVersion { get; init; }

    public FormPage(string name, string then, Func<HttpContext, Refused, int, Task<IResult>> again)
        : this((_, _) => name, (route, _) => Fill(then, route), again)
    {
    }

    private static string Fill(string address, RouteValueDictionary route) =>
        route.Aggregate(address, (filled, value) =>
            filled.Replace($"{{{value.Key}}}", Uri.EscapeDataString((string)value.Value!), StringComparison.Ordinal));
}

/// <summary>The id under which it can be read now.</summary>
public sealed record CreatedAnswer(string Id);
