namespace Safeguard.Api.SignIn;

/// <summary>The way in: the university's own sign-in, or in the demo one door a role.</summary>
public sealed record SignInView
{
    /// <summary>Where the university's sign-in begins; null in the demo.</summary>
    public string? Real { get; init; }

    /// <summary>The demo's doors; empty in real use.</summary>
    public IReadOnlyList<DemoDoor> Doors { get; init; } = [];

    /// <summary>Whom somebody looked for among everybody in the demo; null before they look.</summary>
    public DemoSearch? Search { get; init; }

    /// <summary>Where to go afterwards, a path of this site.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>The session ended by itself while somebody was at work.</summary>
    public bool TimedOut { get; init; }
}

/// <param name="Caption">"Alder College. Deputy tonight".</param>
public sealed record DemoDoor(string Person, string Name, string Role, string Caption);

/// <param name="Found">At most as many as fit on a page.</param>
public sealed record DemoSearch(string For, IReadOnlyList<DemoDoor> Found);

/// <param name="Home">Where to sign in again.</param>
public sealed record SignedOutView(string Home = "/sign-in");

/// <summary>Signed in beside a page that is still open.</summary>
public sealed record SignedInView;
