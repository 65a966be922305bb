namespace Safeguard.Domain.People;

/// <summary>What a decision about a person needs and their stream does not hold.</summary>
public sealed record PersonContext(Caller Caller, DateTimeOffset Now)
{
    /// <summary>Panels that are open.</summary>
    public IReadOnlySet<PanelId> Panels { get; init; } = new HashSet<PanelId>();

    /// <summary>Roles of which this person is the only holder in the programme.</summary>
    public IReadOnlyList<Role> OnlyHolderOf { get; init; } = [];

    /// <summary>Coordinators and Administrators look after people; the product itself imports them.</summary>
    public bool MayKeepPeople =>
        Caller.Person == PersonId.System || Caller.Is(Role.Coordinator) || Caller.Is(Role.Administrator);

    public bool MayKeep(PersonId person) => MayKeepPeople || Caller.Person == person;
}

/// <summary>Somebody who left has to be added again before anything else can be said of them.</summary>
public sealed record PersonHasLeft() : Rejection(
    "person.left", Rule.R4, "This person has left the programme. Add them again first; their history stays.");

/// <summary>How roles are given: which are for a panel, and who may give them.</summary>
public static class RoleScopes
{
    /// <summary>Roles that are held for a panel; a trainee may have none yet.</summary>
    public static bool IsForPanel(this Role role) => role is Role.Supporter or Role.Trainee or Role.SeniorMember;

    /// <summary>
    /// Roles that a Coordinator gives and takes. The others reach across the programme's own checks (who audits, who
    /// may erase, who keeps the keys, who coordinates), so an Administrator gives them.
    /// </summary>
    public static bool IsCoordinatorsToGive(this Role role) => role.IsForPanel() || role is Role.Supervisor;

    /// <summary>Roles without which the programme stops: the ladder's last rung, and whoever appoints.</summary>
    public static bool MustHaveHolder(this Role role) => role is Role.Coordinator or Role.Administrator;

    internal static bool MayGive(this Caller caller, Role role) =>
        caller.Person == PersonId.System || caller.Is(Role.Administrator)
        || (caller.Is(Role.Coordinator) && role.IsCoordinatorsToGive());
}

/// <summary>This role is not the caller's to give or take.</summary>
public sealed record RoleNotYoursToGive() : Rejection(
    "role.notYoursToGive",
    Rule.R13,
    "Coordinators give and take the roles of supporters, trainees, supervisors and Senior Members; an Administrator "
    + "those of everyone. Ask an Administrator.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>The last Coordinator or Administrator stays until there is another.</summary>
public sealed record LastHolder() : Rejection(
    "role.lastHolder",
    Rule.R4,
    "Nobody else has this role, and the programme cannot be without it. Give it to someone else first.");

public sealed record PersonUnknown() : Rejection(
    "person.unknown", Rule.R13, "There is nobody by that id. Choose a person from the list.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}
