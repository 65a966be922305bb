using Safeguard.Domain;

namespace Safeguard.Api.Http;

/// <summary>
/// Who may use an endpoint or page, checked against the person's present roles at every request. Every endpoint carries
/// one; a test generated from the route table fails for one that does not, and at run time it is not there.
/// </summary>
public sealed record Access
{
    /// <summary>Without sign-in: the sign-in pages, health, static files.</summary>
    public static Access Public { get; } = new() { NeedsSignIn = false };

    /// <summary>Everyone signed in, whatever their standing.</summary>
    public static Access Everyone { get; } = new();

    /// <summary>Everyone signed in, and those who left within the last year: raising and its receipt (R1).</summary>
    public static Access EvenAfterLeaving { get; } = new() { Leavers = true };

    public bool NeedsSignIn { get; private init; } = true;
    public bool Leavers { get; private init; }

    /// <summary>Any one of these roles is enough; empty means any signed-in person.</summary>
    public IReadOnlyList<Role> Roles { get; private init; } = [];

    public static Access Only(params Role[] roles) => new() { Roles = roles };

    public bool Allows(Caller caller) => Roles.Count == 0 || Roles.Any(caller.Is);

    public override string ToString() =>
        !NeedsSignIn ? "public"
        : Leavers ? "everyone, leavers too"
        : Roles.Count == 0 ? "everyone"
        : string.Join(", ", Roles);
}

public static class AccessExtensions
{
    /// <summary>Names who may use the endpoint.</summary>
    public static TBuilder For<TBuilder>(this TBuilder endpoint, Access access)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(access);
}
