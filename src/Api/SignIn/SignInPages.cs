using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Demo;
using Safeguard.Api.Hosting;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.SignIn;

/// <summary>The pages of coming and going: <c>/sign-in</c>, <c>/sign-out</c> and what follows each.</summary>
public static class SignInPages
{
    /// <summary>Where the university's own sign-in begins.</summary>
    private const string University = "/sign-in/university";

    public static void MapSignInPages(this IEndpointRouteBuilder app, bool demo)
    {
        app.MapGet("/sign-in", SignIn).For(Access.Public).ExcludeFromDescription();
        if (demo) app.MapPost("/sign-in", FindAsync).For(Access.Public).ExcludeFromDescription();
        app.MapGet("/signed-in", (HttpContext http, PageFrame frames) =>
            PageResult.Show<SignedInPage, SignedInView>(frames.For(http), new()))
            .For(Access.EvenAfterLeaving).ExcludeFromDescription();
        app.MapPost("/sign-out", (Delegate)SignOutAsync).For(Access.Public).ExcludeFromDescription();
        app.MapGet("/signed-out", (HttpContext http, PageFrame frames) =>
            PageResult.Show<SignedOutPage, SignedOutView>(frames.For(http) with { Who = null }, new()))
            .For(Access.Public).ExcludeFromDescription();
    }

    private static RazorComponentResult<SignInPage> SignIn(
        HttpContext http, ServerSettings settings, InstitutionDirectory directory, TimeProvider clock, PageFrame frames)
    {
        var (returnTo, ended) = (http.Request.Query["returnTo"], http.Request.Query.ContainsKey("ended"));
        return Show(http, frames, View(returnTo, settings, directory, clock, ended));
    }

    /// <summary>Posted, so that no name stands in an address.</summary>
    private static async Task<IResult> FindAsync(
        HttpContext http, ServerSettings settings, InstitutionDirectory directory, TimeProvider clock, PageFrame frames)
    {
        var form = await http.Request.FormAsync();
        var sought = form["find"].ToString().Trim();
        var found = DemoDoorList.Find(directory.Present, sought, clock.GetUtcNow());
        return Show(http, frames, View(form["returnTo"], settings, directory, clock, timedOut: false) with
        {
            Search = sought.Length == 0 ? null : new(sought, found),
        });
    }

    private static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await Sessions.SignOutAsync(http);
        return Respond.SeeOther("/signed-out");
    }

    private static SignInView View(
        string? returnTo, ServerSettings settings, InstitutionDirectory directory, TimeProvider clock, bool timedOut)
    {
        var back = LocalPath.IsLocal(returnTo) ? returnTo : null;
        return new()
        {
            ReturnTo = back,
            TimedOut = timedOut,
            Doors = settings.Demo ? DemoDoorList.OneOfEachRole(directory.Present, clock.GetUtcNow()) : [],
            Real = settings.Demo ? null : University + (back is null ? "" : $"?returnTo={Uri.EscapeDataString(back)}"),
        };
    }

    private static RazorComponentResult<SignInPage> Show(HttpContext http, PageFrame frames, SignInView view) =>
        PageResult.Show<SignInPage, SignInView>(frames.For(http) with { Who = null }, view);
}
