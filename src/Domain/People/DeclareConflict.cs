using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.People;

/// <summary>Declare that a person must not take what concerns somebody or something (R15).</summary>
/// <param name="Conflict">Made by the client, so that sending it twice declares it once.</param>
public sealed record DeclareConflict(
    Guid Conflict, ConflictTowards Towards, ConflictGround Ground, Confidential? Note)
{
    public static Decision<PersonEvent> Decide(DeclareConflict command, Person person, PersonContext context)
    {
        if (!person.Added) return new PersonUnknown();
        if (!context.MayKeep(person.Id)) return new OfficeOnly(Rule.R15);
        if (!command.Towards.NamesOne()) return new ConflictTowardsWhat { Missing = ["towards"] };
        if (command.Towards.Person == person.Id) return new ConflictWithOneself();
        if (person.EverDeclared.Contains(command.Conflict)) return Decision<PersonEvent>.AlreadySo;
        return new ConflictDeclared(person.Id, command.Conflict, command.Towards, command.Ground, command.Note);
    }
}

public sealed record ConflictTowardsWhat() : Rejection(
    "conflict.towards",
    Rule.R15,
    "A conflict is towards one person, one urgent contact or one case file. Name exactly one of them.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>Nobody takes their own escalation anyway (R5).</summary>
public sealed record ConflictWithOneself() : Rejection(
    "conflict.oneself", Rule.R15, "Nobody is asked to take their own urgent contact. Name another person.");
