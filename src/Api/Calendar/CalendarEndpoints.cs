using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Safeguard.Api.Commands;
using Safeguard.Api.Home;
using Safeguard.Api.Http;
using Safeguard.Domain.People;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Calendar;

/// <summary>
/// One's own sessions and duties for the calendar on one's phone: a secret address that anybody who has it can read,
/// without sign-in, and that says nothing but when.
/// </summary>
public static class CalendarEndpoints
{
    private const string Path = "/calendar";
    private const string Template = Path + "/{secret}.ics";

    /// <summary>Far more than any calendar asks, and nothing to somebody who guesses 256 bits.</summary>
    private const int ReadsPerMinute = 120;

    public static void MapCalendar(this IEndpointRouteBuilder app)
    {
        var bound = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = ReadsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                }));
        app.MapMethods(Template, ["GET", "HEAD"], (
                string secret, HttpContext http, InstitutionDirectory directory, TimeProvider clock) =>
            {
                using var permit = bound.AttemptAcquire(http);
                return permit.IsAcquired
                    ? Read(secret, http, directory.Snapshot, clock.GetUtcNow())
                    : Results.StatusCode(StatusCodes.Status429TooManyRequests);
            })
            .For(Access.Public).ExcludeFromDescription();
        app.MapPost("/account/calendar-link", RenewAsync).For(Access.Everyone).ExcludeFromDescription();
    }

    /// <summary>The address is a secret, and the framework writes a request's path into its traces.</summary>
    public static IApplicationBuilder KeepCalendarsFromTraces(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase)
            && http.Features.Get<IHttpActivityFeature>()?.Activity is { } trace)
            trace.SetTag("url.path", Template);
        return next(http);
    });

    private static IResult Read(string secret, HttpContext http, DirectorySnapshot known, DateTimeOffset now)
    {
        if (secret.Length != CalendarSecret.Length) return RefusedForm.ErrorFor(http, Problem.NotThere);
        var hash = CalendarSecret.HashOf(secret);
        return known.Institution.PersonByCalendarLink(hash) is { } person
            && CalendarSecret.Same(hash, known.Institution.People[person].CalendarLink)
            ? Results.Text(
                CalendarFile.Write(CalendarEntry.Of(known, person, now), now), CalendarFile.ContentType, Encoding.UTF8)
            : RefusedForm.ErrorFor(http, Problem.NotThere);
    }

    /// <summary>
    /// Answers with the page itself instead of leading to it: the address is on it, once, and in no other place.
    /// </summary>
    private static async Task<IResult> RenewAsync(HttpContext http, InstitutionCommands commands, HomePages pages)
    {
        var form = await http.Request.FormAsync();
        var (secret, person) = (CalendarSecret.New(), http.Caller().Person);
        var outcome = await commands.RunAsync("renewCalendarLink", http.Command(form["command"]), change =>
            change.PersonAsync(person, (state, context) =>
                RenewCalendarLink.Decide(new(CalendarSecret.HashOf(secret)), state, context)));
        return outcome switch
        {
            Done { Changed: true } => pages.Account(
                http, $"{http.Request.Scheme}://{http.Request.Host}{Path}/{secret}.ics"),
            Rejected { Rejection: var refusal } => RefusedForm.ErrorFor(http, Problem.Of(refusal)),
            // The same form twice: the first answer had the address on it.
            _ => Respond.SeeOther("/account"),
        };
    }
}
