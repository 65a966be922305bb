namespace Safeguard.Api.Http;

/// <summary>An error as a page.</summary>
public static class ErrorPages
{
    public static IResult Of(HttpContext http, Problem problem) => problem.ToResult();
}
