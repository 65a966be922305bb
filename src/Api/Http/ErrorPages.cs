using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;

namespace Safeguard.Api.Http;

/// <summary>
/// An error as a page: what did not happen, whom to phone, and what was typed, ready to be sent again.
/// </summary>
public static class ErrorPages
{
    /// <summary>Where signing in leads that is done beside a page which is kept open.</summary>
    public const string SignInBeside = "/sign-in?returnTo=%2Fsigned-in";

    public static IResult Of(HttpContext http, Problem problem) => new Answer(problem);

    /// <summary>Not found and not yours to know: one page and one status.</summary>
    public static IResult NotThere { get; } = new Answer(Problem.NotThere);

    private static ErrorView View(HttpContext http, Problem problem, KeptForm? kept) =>
        new(KindOf(problem.Status), NumberOf(http))
        {
            Detail = problem.Detail,
            Code = problem.Status is 403 or 404 ? null : problem.Code,
            Rule = Enum.TryParse<Rule>(problem.Rule, out var rule) ? rule : Rule.None,
            Since = problem.Since,
            Missing = [.. (problem.Faults ?? []).Select(fault => fault.Message)],
            Kept = problem.Status >= 500 ? kept : null,
        };

    private static ErrorKind KindOf(int status) => status switch
    {
        403 or 404 or 405 => ErrorKind.NotThere,
        412 => ErrorKind.Stale,
        413 => ErrorKind.TooMuch,
        >= 500 => ErrorKind.Ours,
        _ => ErrorKind.Refused,
    };

    /// <summary>What finds the log line; it says nothing else.</summary>
    private static string NumberOf(HttpContext http) =>
        System.Diagnostics.Activity.Current?.TraceId.ToString()[..12] ?? http.TraceIdentifier;

    private sealed class Answer(Problem problem) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var frame = httpContext.RequestServices.GetRequiredService<PageFrame>().For(httpContext);
            var kept = problem.Status is 401 or >= 500 ? await KeptForm.OfAsync(httpContext) : null;
            IResult page = problem.Status == 401
                ? PageResult.Show<SignInAgainPage, SignInAgainView>(frame, new(SignInBeside, kept), 401)
                : PageResult.Show<ErrorPage, ErrorView>(frame, View(httpContext, problem, kept), problem.Status);
            await page.ExecuteAsync(httpContext);
        }
    }
}
