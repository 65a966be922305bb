namespace Safeguard.Domain;

/// <summary>A person by the programme's own id, in lower case (<c>we0014</c>). Never a name.</summary>
public readonly record struct PersonId(string Value)
{
    /// <summary>The product itself, for what a wake-up does. Nobody can sign in as it.</summary>
    public static PersonId System { get; } = new("system");

    public override string ToString() => Value;
}

/// <summary>A panel by its slug (<c>alder-college</c>).</summary>
public readonly record struct PanelId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A supervision group by its slug (<c>g01</c>).</summary>
public readonly record struct GroupId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// Personal data or narrative. It is encrypted when stored, under the key of its subject, and reads as erased
/// (<see cref="Text"/> is null) once that key is gone. Printing it never prints it.
/// </summary>
public sealed record Confidential(string? Text)
{
    /// <summary>
    /// The longest text accepted in one confidential field, in characters; 64 KB of request bound it first.
    /// </summary>
    public const int MaxLength = 65_536;

    public bool IsErased => Text is null;

    public static Confidential? From(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text);

    /// <summary>Each that says something, in order: lines of a form that were left empty are none.</summary>
    public static IReadOnlyList<Confidential> FromEach(IEnumerable<string?>? texts) =>
        [.. (texts ?? []).Select(From).OfType<Confidential>()];

    public override string ToString() => "(confidential)";
}

/// <summary>The eight roles.</summary>
public enum Role
{
    Supporter, Trainee, Supervisor, SeniorMember, Coordinator, Auditor, DataProtection, Administrator,
}

/// <summary>
/// A role a person holds; <paramref name="Panel"/> is null where the role is for the whole programme.
/// </summary>
public sealed record RoleGrant(Role Role, PanelId? Panel);

/// <summary>How soon a person must respond. Never a grade of the student. Declared from least to most urgent.</summary>
public enum Band
{
    NextSupervision, Within72Hours, Within24Hours, Within4Hours, Immediate,
}

/// <summary>What a band means for the rules.</summary>
public static class Bands
{
    /// <summary>
    /// Immediate and Within4Hours: the bands in which only Senior Members answer and paging never ends.
    /// </summary>
    public static bool IsCrisis(this Band band) => band >= Band.Within4Hours;
}

/// <summary>Who is asking, as the product's own records know them at this moment.</summary>
public sealed record Caller(PersonId Person, IReadOnlyList<RoleGrant> Roles)
{
    public static Caller System { get; } = new(PersonId.System, []);

    public bool Is(Role role) => Roles.Any(grant => grant.Role == role);

    /// <summary>Holds the role for that panel (or for the whole programme).</summary>
    public bool Is(Role role, PanelId? panel) =>
        Roles.Any(grant => grant.Role == role && (grant.Panel is null || grant.Panel == panel));
}
