namespace Safeguard.Domain.People;

/// <summary>Give a person a role, for a panel or for the whole programme.</summary>
public sealed record GrantRole(Role Role, PanelId? Panel)
{
    public static Decision<PersonEvent> Decide(GrantRole command, Person person, PersonContext context)
    {
        if (!context.Caller.MayGive(command.Role)) return new RoleNotYoursToGive();
        if (!person.Added) return new PersonUnknown();
        if (context.Caller.Person == person.Id) return new OwnRole();
        if (person.LeftAt is not null) return new PersonHasLeft();
        if (command.Panel is null && command.Role is (Role.Supporter or Role.SeniorMember))
            return new RoleNeedsPanel { Missing = ["panel"] };
        if (command.Panel is not null && !command.Role.IsForPanel()) return new RoleHasNoPanel();
        if (command.Panel is { } panel && !context.Panels.Contains(panel)) return new PanelNotOpen();
        if (person.Roles.Contains(new RoleGrant(command.Role, command.Panel))) return Decision<PersonEvent>.AlreadySo;
        return new RoleGranted(person.Id, command.Role, command.Panel);
    }
}

/// <summary>Two people stand behind every role, whoever asks.</summary>
public sealed record OwnRole() : Rejection(
    "role.own", Rule.R15, "Nobody gives a role to themselves. Ask another Administrator or Coordinator to do it.");

public sealed record RoleNeedsPanel() : Rejection(
    "role.needsPanel", Rule.R13, "Supporters and Senior Members belong to a panel. Say which.");

public sealed record RoleHasNoPanel() : Rejection(
    "role.hasNoPanel", Rule.R13, "This role is for the whole programme. Leave the panel out.");

public sealed record PanelNotOpen() : Rejection(
    "panel.notOpen", Rule.R13, "There is no open panel by that id. Form it first, or choose one from the list.");
