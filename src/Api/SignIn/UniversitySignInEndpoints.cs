using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.SignIn;

/// <summary>The way to the university's sign-in and back. Mapped only where a provider is set.</summary>
public static partial class UniversitySignInEndpoints
{
    public static void MapUniversitySignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in/university", BeginAsync).For(Access.Public).ExcludeFromDescription();
        app.MapGet(OpenIdSettings.CallbackPath, FinishAsync).For(Access.Public).ExcludeFromDescription();
    }

    private static async Task<IResult> BeginAsync(
        HttpContext http, SignInAttempts attempts, UniversityProvider provider, string? returnTo)
    {
        try
        {
            return Results.Redirect(
                await provider.SignInAddressAsync(attempts.Begin(http, returnTo), http.RequestAborted));
        }
        catch (ProviderUnreachableException)
        {
            return Refuse(http, SignInFault.NoAnswer);
        }
    }

    private static async Task<IResult> FinishAsync(
        HttpContext http, SignInAttempts attempts, UniversityProvider provider, SignInLinks links)
    {
        var query = http.Request.Query;
        if (attempts.Take(http) is not { } attempt || !attempt.IsAnsweredBy(query["state"]))
            return Refuse(http, SignInFault.NotFinished);
        if (query["code"] is not [{ Length: > 0 } code]) return Refuse(http, SignInFault.NotFinished);
        try
        {
            if (await provider.IdentifyAsync(code, attempt, http.RequestAborted) is not { } identity)
                return Refuse(http, SignInFault.NotFinished);
            var person = links.Find(identity)
                ?? await links.LinkAsync(identity, await provider.VerifiedEmailAsync(identity, http.RequestAborted));
            if (person is not { } known || !await links.LetsInAsync(known))
                return Refuse(http, SignInFault.UnknownAccount);
            await Sessions.SignInAsync(http, known);
            return Results.Redirect(links.HasLeft(known) ? "/raise" : attempt.ReturnTo);
        }
        catch (ProviderUnreachableException)
        {
            return Refuse(http, SignInFault.NoAnswer);
        }
    }

    private static RazorComponentResult<SignInRefusedPage> Refuse(HttpContext http, SignInFault fault)
    {
        LogRefused(http.RequestServices.GetRequiredService<ILogger<UniversityProvider>>(), fault);
        var view = new SignInRefusedView(fault);
        var frame = http.RequestServices.GetRequiredService<PageFrame>().For(http);
        return PageResult.Show<SignInRefusedPage, SignInRefusedView>(frame, view, view.Status);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A sign-in with the university let nobody in: {Fault}")]
    private static partial void LogRefused(ILogger logger, SignInFault fault);
}
