using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Safeguard.Api.Http;
using Safeguard.Domain;

namespace Safeguard.Api.SignIn;

/// <summary>Reads <c>Authorization: Bearer</c>: a demo token in the demo, the university's own JWT otherwise.</summary>
public sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IEnumerable<IBearerTokens> issuers) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    /// <summary>Longer than any token of ours or of a sane issuer, in characters.</summary>
    private const int MaxTokenLength = 8_192;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || header.Length > MaxTokenLength)
            return AuthenticateResult.NoResult();
        var token = header[Prefix.Length..].Trim();
        foreach (var issuer in issuers)
        {
            if (await issuer.PersonOfAsync(token, Context.RequestAborted) is not { } person) continue;
            var identity = new ClaimsIdentity([new(CallerOf.PersonClaim, person.Value)], Sessions.Bearer);
            return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Sessions.Bearer));
        }

        return AuthenticateResult.Fail("The token is not one that is accepted here.");
    }
}

/// <summary>Someone whose bearer tokens are accepted.</summary>
public interface IBearerTokens
{
    /// <summary>The person a token speaks for, or null when it is not theirs, was changed or has ended.</summary>
    Task<PersonId?> PersonOfAsync(string token, CancellationToken cancel);
}
