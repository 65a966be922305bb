using Safeguard.Domain;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.SignIn;

/// <summary>
/// Bearer tokens of the university's provider, for API clients: JWTs made for this API, whose subject signs in as one
/// of our people. They link nobody: a person signs in once in a browser first.
/// </summary>
public sealed class OidcBearerTokens(ProviderTokens tokens, string audience, InstitutionDirectory directory)
    : IBearerTokens
{
    public async Task<PersonId?> PersonOfAsync(string token, CancellationToken cancel)
    {
        try
        {
            return await tokens.ReadAsync(token, audience, cancel) is { } read
                ? directory.Present.PersonBySignIn(read.Issuer, read.Subject)
                : null;
        }
        catch (ProviderUnreachableException)
        {
            // Logged where it happened. Nobody is let in on a token that cannot be checked.
            return null;
        }
    }
}
