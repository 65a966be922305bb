using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.People;

/// <summary>
/// A person leaves: every role ends at once, and what they hold open goes to somebody else in the same transaction
/// (R4). They may still raise an urgent contact for a year (R1). The other streams' part is in
/// <see cref="Departure"/>.
/// </summary>
public sealed record LeaveProgramme
{
    public static Decision<PersonEvent> Decide(LeaveProgramme command, Person person, PersonContext context)
    {
        if (!person.Added) return new PersonUnknown();
        if (!context.MayKeep(person.Id)) return new OfficeOnly(Rule.R4);
        if (person.LeftAt is not null) return Decision<PersonEvent>.AlreadySo;
        if (person.Roles.Any(grant => grant.Role.MustHaveHolder() && context.OnlyHolderOf.Contains(grant.Role)))
            return new LastHolder();
        return new PersonLeft(person.Id);
    }
}
