using System.Xml;
using Safeguard.Api.Http;
using Safeguard.Api.SignIn;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Demo;

/// <summary>
/// The demo's doors for scripts: who there is, a token for anyone, and the clock. Mapped only in the demo.
/// </summary>
public static class DemoEndpoints
{
    public static void MapDemo(this IEndpointRouteBuilder app)
    {
        var demo = app.MapGroup("/demo").WithTags("demo");
        demo.MapGet("/people", (InstitutionDirectory directory, TimeProvider clock) =>
                ApiJson.Ok(People(directory.Present, clock.GetUtcNow())))
            .For(Access.Public).WithName("demoPeople").WithSummary("Everybody, those who left included.")
            .Produces<IReadOnlyList<DemoPerson>>();
        demo.MapPost("/token", TokenAsync)
            .For(Access.Public).WithName("demoToken").WithSummary("A bearer token for anyone, good for 30 days.")
            .Takes<TokenRequest>().Produces<TokenAnswer>().Problems(400, 404, 413, 422);
        demo.MapGet("/clock", (TimeProvider clock) => ApiJson.Ok(new ClockAnswer(Moments.Cut(clock.GetUtcNow()))))
            .For(Access.Public).WithName("demoClock").WithSummary("The product's clock.").Produces<ClockAnswer>();
        demo.MapPost("/clock", AdvanceAsync)
            .For(Access.Public).WithName("demoClockAdvance")
            .WithSummary("Moves the product's clock, each wake-up on the way handled at its own moment.")
            .Takes<ClockRequest>().Produces<ClockAnswer>().Problems(400, 413, 422);
        demo.MapPost("/sign-in", SignInAsync)
            .For(Access.Public).WithName("demoSignIn").ExcludeFromDescription();
    }

    private static List<DemoPerson> People(Institution institution, DateTimeOffset now) =>
        [.. institution.Everybody.Select(person => new DemoPerson(
            person.Id, person.Name, person.Roles, StandingOf(institution, person, now)))];

    private static string? StandingOf(Institution institution, PersonFacts person, DateTimeOffset now) =>
        institution.SupporterOf(person.Id).Enrolled ? institution.StandingAt(person.Id, now).Standing.ToString()
        : person.Status == PersonStatus.Active ? null
        : person.Status.ToString();

    private static async Task<IResult> TokenAsync(HttpContext http, DemoTokens tokens, InstitutionDirectory directory)
    {
        var (body, problem) = await ApiJson.ReadAsync<TokenRequest>(http);
        if (problem is not null) return problem.ToResult();
        if (string.IsNullOrWhiteSpace(body!.Person))
            return Problem.Unprocessable([new("person",
                "Say whose token, by id: GET /demo/people lists them.")]).ToResult();
        return directory.Present.Person(new(body.Person.Trim().ToLowerInvariant())) is { } person
            ? ApiJson.Ok(new TokenAnswer(tokens.Issue(person.Id)))
            : Problem.NotThere.ToResult();
    }

    private static async Task<IResult> AdvanceAsync(HttpContext http, DemoClock clock)
    {
        var (body, problem) = await ApiJson.ReadAsync<ClockRequest>(http);
        if (problem is not null) return problem.ToResult();
        if (Duration(body!.Advance) is not { } by || by < TimeSpan.Zero || by > DemoClock.MaxAdvance)
        {
            return Problem.Unprocessable(
                [new("advance", "Say how far as an ISO 8601 duration, PT15M or P21D, up to a year, forward.")])
                    .ToResult();
        }

        return ApiJson.Ok(new ClockAnswer(Moments.Cut(await clock.AdvanceAsync(by, CancellationToken.None))));
    }

    private static async Task<IResult> SignInAsync(HttpContext http, InstitutionDirectory directory)
    {
        var form = await http.Request.FormAsync();
        if (directory.Present.Person(new(form["person"].ToString())) is not { } person)
            return Respond.SeeOther("/sign-in");
        await Sessions.SignInAsync(http, person.Id);
        var returnTo = form["returnTo"].ToString();
        return Respond.SeeOther(LocalPath.IsLocal(returnTo) ? returnTo : "/");
    }

    private static TimeSpan? Duration(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) || text.Contains('Y') ? null : XmlConvert.ToTimeSpan(text.Trim());
        }
        catch (Exception unreadable) when (unreadable is FormatException or OverflowException)
        {
            return null;
        }
    }

    private sealed record TokenRequest(string? Person = null);

    private sealed record TokenAnswer(string Token);

    private sealed record ClockRequest(string? Advance = null);

    private sealed record ClockAnswer(DateTimeOffset Now);
}

/// <summary>A person as the demo's doors list them.</summary>
public sealed record DemoPerson(PersonId Id, string? Name, IReadOnlyList<RoleGrant> Roles, string? Standing);
