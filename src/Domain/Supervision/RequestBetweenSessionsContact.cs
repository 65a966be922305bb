namespace Safeguard.Domain.Supervision;

/// <summary>A supporter of the group, or a Senior Member, asks its supervisor for contact in between (R10).</summary>
/// <param name="Escalation">The crisis it is tied to: then it is due within the hour (policy).</param>
public sealed record RequestBetweenSessionsContact(Guid Request, Guid? Escalation, Confidential? Words)
{
    public static Decision<SupervisionGroupEvent> Decide(
        RequestBetweenSessionsContact command, SupervisionGroup group, SupervisionContext context)
    {
        var mayAsk = group.Members.Contains(context.Caller.Person) || context.Caller.Is(Role.SeniorMember)
            || context.IsOffice;
        if (!group.Formed || !mayAsk) return new GroupUnknown();
        if (group.EverAsked.Contains(command.Request)) return Decision<SupervisionGroupEvent>.AlreadySo;
        if (context.OwnerFor(group) is not { } owner) return new NobodyToAsk();
        var within = command.Escalation is null
            ? context.Policy.BetweenSessionsWithin
            : context.Policy.BetweenSessionsInCrisisWithin;
        return new BetweenSessionsContactRequested(
            group.Id, command.Request, context.Caller.Person, owner, context.Now + within, command.Escalation,
            command.Words);
    }
}

/// <summary>No supervisor and no Coordinator: the ladder is the way to reach a person.</summary>
public sealed record NobodyToAsk() : Rejection(
    "supervision.nobodyToAsk",
    Rule.R10,
    "This group has no supervisor and the programme no Coordinator. Raise an urgent contact instead.");
