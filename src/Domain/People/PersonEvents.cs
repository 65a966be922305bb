namespace Safeguard.Domain.People;

/// <summary>Something that happened to a person's place in the programme.</summary>
public abstract record PersonEvent(PersonId Person);

public sealed record PersonAdded(PersonId Person, Confidential Name, Confidential? Email, Confidential? Phone)
    : PersonEvent(Person);

/// <summary>Name, e-mail and phone read like this from now on; what was there before stays on record (R2).</summary>
public sealed record PersonDetailsCorrected(
    PersonId Person, Confidential Name, Confidential? Email, Confidential? Phone) : PersonEvent(Person);

/// <summary>Somebody the identity provider knows by this subject signs in as this person.</summary>
public sealed record SignInLinked(PersonId Person, string Issuer, string Subject) : PersonEvent(Person);

/// <summary>
/// The person's calendar can be read under a new secret address; the former one ends. Only a hash of its secret is
/// known, from which nobody gets the address back.
/// </summary>
/// <param name="SecretHash">SHA-256 in lower-case hexadecimal.</param>
public sealed record CalendarLinkRenewed(PersonId Person, string SecretHash) : PersonEvent(Person);

/// <param name="Panel">Null where the role is for the whole programme.</param>
public sealed record RoleGranted(PersonId Person, Role Role, PanelId? Panel) : PersonEvent(Person);

public sealed record RoleRevoked(PersonId Person, Role Role, PanelId? Panel) : PersonEvent(Person);

/// <summary>Left the programme: every role ends. Raising stays open for a year (R1).</summary>
public sealed record PersonLeft(PersonId Person) : PersonEvent(Person);

/// <summary>Came back after leaving; roles are granted anew.</summary>
public sealed record PersonReturned(PersonId Person) : PersonEvent(Person);

/// <summary>This person must not take what concerns <paramref name="Towards"/> (R15).</summary>
public sealed record ConflictDeclared(
    PersonId Person, Guid Conflict, ConflictTowards Towards, ConflictGround Ground, Confidential? Note)
    : PersonEvent(Person);

public sealed record ConflictEnded(PersonId Person, Guid Conflict) : PersonEvent(Person);

/// <summary>What a conflict is towards: exactly one of the three.</summary>
public sealed record ConflictTowards(PersonId? Person, Guid? Escalation, string? CaseFile)
{
    public bool NamesOne() =>
        (Person is null ? 0 : 1) + (Escalation is null ? 0 : 1) + (string.IsNullOrWhiteSpace(CaseFile) ? 0 : 1) == 1;
}

/// <summary>The grounds that R15 names, and any other relationship.</summary>
public enum ConflictGround
{
    Subject, Tutor, DisciplineRole, Relationship,
}
