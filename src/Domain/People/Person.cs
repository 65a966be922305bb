using System.Collections.Immutable;

namespace Safeguard.Domain.People;

/// <summary>A person as the rules need them. Names are there only as far as whoever folds can read them.</summary>
public sealed record Person
{
    public const string StreamType = "person";

    public static Person Unknown { get; } = new();

    public static Aggregate<Person, PersonEvent> Aggregate { get; } =
        new(StreamType, Unknown, static (person, happened, stamp) => person.Evolve(happened, stamp));

    public PersonId Id { get; init; }
    public bool Added { get; init; }
    public Confidential? Name { get; init; }
    public Confidential? Email { get; init; }
    public Confidential? Phone { get; init; }

    /// <summary>In the order of granting; the panel of the first that has one is the person's own panel.</summary>
    public ImmutableList<RoleGrant> Roles { get; init; } = [];

    /// <summary>Every role ever granted: an import never grants again what somebody revoked.</summary>
    public ImmutableHashSet<RoleGrant> EverHeld { get; init; } = [];

    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>The own panel at the time of leaving: what a leaver raises still goes there (R1, R5).</summary>
    public PanelId? LastOwnPanel { get; init; }

    /// <summary>Left at least once, perhaps back since.</summary>
    public bool EverLeft { get; init; }

    public ImmutableList<Conflict> Conflicts { get; init; } = [];

    /// <summary>Every conflict ever declared by its id, so that the same declaration sent twice is one.</summary>
    public ImmutableHashSet<Guid> EverDeclared { get; init; } = [];

    public ImmutableList<LinkedSignIn> SignIns { get; init; } = [];

    /// <summary>The hash of the secret in their calendar's address; null where there is none.</summary>
    public string? CalendarLink { get; init; }

    /// <summary>Of two panels the first; for somebody who left, the one they had.</summary>
    public PanelId? OwnPanel => Roles.FirstOrDefault(grant => grant.Panel is not null)?.Panel ?? LastOwnPanel;

    public bool ReadsAs(Confidential? name, Confidential? email, Confidential? phone) =>
        Name == name && Email == email && Phone == phone;

    public Person Evolve(PersonEvent happened, Stamp stamp) => happened switch
    {
        PersonAdded e => this with { Id = e.Person, Added = true, Name = e.Name, Email = e.Email, Phone = e.Phone },
        PersonDetailsCorrected e => this with { Name = e.Name, Email = e.Email, Phone = e.Phone },
        SignInLinked e => this with { SignIns = SignIns.Add(new LinkedSignIn(e.Issuer, e.Subject)) },
        CalendarLinkRenewed e => this with { CalendarLink = e.SecretHash },
        RoleGranted e => Granted(new RoleGrant(e.Role, e.Panel)),
        RoleRevoked e => this with { Roles = Roles.Remove(new RoleGrant(e.Role, e.Panel)) },
        PersonLeft => this with
        {
            LeftAt = stamp.OccurredAt,
            EverLeft = true,
            LastOwnPanel = OwnPanel,
            Roles = [],
            CalendarLink = null,
        },
        PersonReturned => this with { LeftAt = null },
        ConflictDeclared e => this with
        {
            Conflicts = Conflicts.Add(new Conflict(e.Conflict, e.Towards)),
            EverDeclared = EverDeclared.Add(e.Conflict),
        },
        ConflictEnded e => this with { Conflicts = Conflicts.RemoveAll(conflict => conflict.Id == e.Conflict) },
        _ => this,
    };

    private Person Granted(RoleGrant grant) =>
        this with { Roles = Roles.Contains(grant) ? Roles : Roles.Add(grant), EverHeld = EverHeld.Add(grant) };
}

public sealed record Conflict(Guid Id, ConflictTowards Towards);

public sealed record LinkedSignIn(string Issuer, string Subject);

/// <summary>Where a person stands apart from supervision (R9 adds the fortnight): the strongest that holds.</summary>
public enum PersonStatus
{
    Active, InTraining, OnLeave, StoodDown, Suspended, Left,
}
