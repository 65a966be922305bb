using System.Globalization;
using Safeguard.Api.Commands;

namespace Safeguard.Api.Http;

/// <summary>From what became of a command to HTTP; written once.</summary>
public static class Respond
{
    /// <summary>204 with the version as ETag, or the refusal as a problem.</summary>
    public static IResult Of(HttpContext http, Outcome outcome) => Of(http, outcome, _ => Results.NoContent());

    public static IResult Of(HttpContext http, Outcome outcome, Func<Done, IResult> done)
    {
        switch (outcome)
        {
            case Done so:
                http.Response.Headers.ETag = ETag(so.Version);
                return done(so);
            case Rejected refused:
                return Problem.Of(refused.Rejection).ToResult();
            case Stale stale:
                http.Response.Headers.ETag = ETag(stale.Present);
                return StaleProblem.ToResult();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public static Problem StaleProblem { get; } = new(
        412, "version.stale", "This has changed meanwhile",
        "Somebody was faster. Read it again, look at what changed, and decide again.");

    /// <summary>303 to a page of this site, after a form did what it was for.</summary>
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

/// <summary>303: whatever was posted, what follows is read with GET.</summary>
internal sealed class SeeOtherResult(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = 303;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
