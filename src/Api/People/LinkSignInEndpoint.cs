using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>Who may sign in as whom: <c>POST /api/people/{id}/sign-ins</c>. A key, and so an Administrator's.</summary>
public static class LinkSignInEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "linkSignIn", "people", "Lets whom the identity provider knows by this subject sign in as this person.")
    {
        Access = Access.Only(Role.Administrator),
    };

    public static void MapLinkSignIn(this IEndpointRouteBuilder app) =>
        Route.MapApi<SignInRequest>(app, "POST", "/api/people/{id}/sign-ins", (request, _, route) =>
            change => change.KnownPersonAsync(route, (person, context) =>
            {
                var taken = change.Institution.PersonBySignIn(request.Issuer ?? "", request.Subject ?? "");
                return LinkSignIn.Decide(new(request.Issuer, request.Subject, taken), person, context);
            }));
}

/// <param name="Issuer">The provider's address, as its tokens name it.</param>
/// <param name="Subject">Whom the provider means, as its tokens name them.</param>
public sealed record SignInRequest(string? Issuer = null, string? Subject = null);
