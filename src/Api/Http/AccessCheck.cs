using Safeguard.Api.SignIn;
using Safeguard.Domain;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Http;

/// <summary>
/// Checks who asks against what the endpoint names, on every request: 401, then 404 or 403. An endpoint that names
/// nobody is not there. A change with a session cookie must come from our own pages.
/// </summary>
public sealed class AccessCheck(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, InstitutionDirectory directory, TimeProvider clock)
    {
        if (http.GetEndpoint() is not { } endpoint)
        {
            await next(http);
            return;
        }

        var access = endpoint.Metadata.GetMetadata<Access>();
        if (access is null) await Respond(http, Problem.NotThere);
        else if (FromElsewhere(http.Request)) await Respond(http, Problem.CrossSite);
        else if (!access.NeedsSignIn) await next(http);
        else if (Known(http, directory, clock, access) is not { } caller) await SignInFirst(http);
        else if (!access.Allows(caller)) await Respond(http, Problem.RoleMayNot);
        else
        {
            CallerOf.Set(http, caller);
            await next(http);
        }
    }

    private static Caller? Known(HttpContext http, InstitutionDirectory directory, TimeProvider clock, Access access)
    {
        if (CallerOf.Person(http.User) is not { } person) return null;
        var institution = directory.Present;
        var hasLeft = institution.Person(person)?.LeftAt is not null;
        return hasLeft && !access.Leavers ? null : institution.Caller(person, clock.GetUtcNow());
    }

    private static Task SignInFirst(HttpContext http)
    {
        if (IsApi(http) || !HttpMethods.IsGet(http.Request.Method)) return Respond(http, Problem.SignInFirst);
        var ended = Sessions.HadOne(http) ? "&ended=1" : "";
        http.Response.Redirect(
            $"/sign-in?returnTo={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}{ended}");
        return Task.CompletedTask;
    }

    /// <summary>
    /// A browser says where a request comes from; a script sends neither header and has no cookie to abuse. Our own
    /// pages send no referrer, which makes some browsers say that they come from <c>null</c>: then SameSite alone
    /// guards them.
    /// </summary>
    private static bool FromElsewhere(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return false;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        return origin is not ("" or "null")
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api",
        StringComparison.Ordinal);

    private static Task Respond(HttpContext http, Problem problem) => ErrorAnswer.WriteAsync(http, problem);
}
