using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.People;

/// <summary>A person as the API tells them: the one place where it tells a name.</summary>
/// <param name="Name">Absent where it is erased, or not the reader's to know.</param>
/// <param name="OwnPanel">Of two panels the first; for somebody who left, the one they had.</param>
/// <param name="Conflicts">
/// Those that have not ended: for Coordinators, and for oneself what one declared (R15).
/// </param>
public sealed record PersonAnswer(
    PersonId Id, string? Name, string? Email, string? Phone, IReadOnlyList<RoleGrant> Roles, PersonStatus Status,
    DateTimeOffset? LeftAt, PanelId? OwnPanel, GroupId? Group, PersonId? Supervisor,
    IReadOnlyList<ConflictAnswer>? Conflicts = null)
{
    public static PersonAnswer Of(PersonFacts person, Sight sight)
    {
        var names = sight == Sight.Whole;
        return new(
            person.Id, names ? person.Name : null, names ? person.Email : null, names ? person.Phone : null,
            person.Roles, person.Status, person.LeftAt, person.OwnPanel, person.Group, person.Supervisor);
    }
}

/// <param name="Towards">The person, escalation or case file that they must not take.</param>
/// <param name="Since">When it was declared.</param>
public sealed record ConflictAnswer(Guid Id, ConflictTowards Towards, ConflictGround Ground, DateTimeOffset Since);
