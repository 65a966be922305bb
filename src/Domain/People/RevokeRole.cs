namespace Safeguard.Domain.People;

/// <summary>
/// Take a role from a person; it ends at once. What they hold open in it goes to somebody else in the same
/// transaction (R4), and their shifts come off the rota: see <see cref="Departure"/>.
/// </summary>
public sealed record RevokeRole(Role Role, PanelId? Panel)
{
    public static Decision<PersonEvent> Decide(RevokeRole command, Person person, PersonContext context)
    {
        if (!context.Caller.MayGive(command.Role) && context.Caller.Person != person.Id)
            return new RoleNotYoursToGive();
        if (!person.Added) return new PersonUnknown();
        if (!person.Roles.Contains(new RoleGrant(command.Role, command.Panel))) return Decision<PersonEvent>.AlreadySo;
        if (command.Role.MustHaveHolder() && context.OnlyHolderOf.Contains(command.Role)) return new LastHolder();
        return new RoleRevoked(person.Id, command.Role, command.Panel);
    }
}
