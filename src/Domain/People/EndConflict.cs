namespace Safeguard.Domain.People;

/// <summary>End a declared conflict. Somebody else says so than the one it binds (R15).</summary>
public sealed record EndConflict(Guid Conflict)
{
    public static Decision<PersonEvent> Decide(EndConflict command, Person person, PersonContext context)
    {
        if (!person.Added || (!context.MayKeepPeople && context.Caller.Person != person.Id))
            return new ConflictUnknown();
        if (context.Caller.Person == person.Id) return new OwnConflict();
        if (!person.EverDeclared.Contains(command.Conflict)) return new ConflictUnknown();
        if (person.Conflicts.All(conflict => conflict.Id != command.Conflict)) return Decision<PersonEvent>.AlreadySo;
        return new ConflictEnded(person.Id, command.Conflict);
    }
}

public sealed record OwnConflict() : Rejection(
    "conflict.own", Rule.R15, "Nobody ends a conflict of their own. Ask a Coordinator to end it.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

public sealed record ConflictUnknown() : Rejection(
    "conflict.unknown", Rule.R15, "There is no such conflict. Choose one from the list.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}
