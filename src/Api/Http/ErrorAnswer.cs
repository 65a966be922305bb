namespace Safeguard.Api.Http;

/// <summary>One error, as a problem for a program and as a page for a person.</summary>
public static class ErrorAnswer
{
    public static Task WriteAsync(HttpContext http, Problem problem) =>
        (WantsPage(http) ? ErrorPages.Of(http, problem) : problem.ToResult()).ExecuteAsync(http);

    /// <summary>A browser asks for HTML; everything under <c>/api</c> answers in JSON whoever asks.</summary>
    public static bool WantsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/demo", StringComparison.Ordinal)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
