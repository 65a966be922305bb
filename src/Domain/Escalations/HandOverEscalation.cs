namespace Safeguard.Domain.Escalations;

/// <summary>
/// Hands over after contact: to a named person of the programme, who owns it from here, or to somebody outside, when
/// the owner stays until it is closed (R3, R5). A crisis is handed to a Senior Member.
/// </summary>
public sealed record HandOverEscalation(PersonId? To, Confidential? ToOutside, Confidential? Reason)
{
    public static Decision<EscalationEvent> Decide(
        HandOverEscalation command, Escalation state, EscalationContext context)
    {
        if (EscalationAccess.RefuseUnlessOwnerOrHolder(state, context, "hand it over") is { } refusal) return refusal;
        if (Unsaid(command).ToList() is { Count: > 0 } unsaid) return new WordsMissing(Rule.R3, unsaid);
        if (command.To is not null && context.Named is null) return new PersonUnknown();
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt);
        if (state.ContactAt is null) return new NoContactYet();
        if (command.To is not { } to) return Over(command, state, context);
        if (state.Owner == to && state.State == EscalationState.HandedOver) return Decision<EscalationEvent>.AlreadySo;
        return MayBeGiven(to, state, context) ? Over(command, state, context) : new PersonCannotTakeIt();
    }

    private static Decision<EscalationEvent> Over(
        HandOverEscalation command, Escalation state, EscalationContext context)
    {
        var outside = command.To is null ? command.ToOutside : null;
        var course = new Course(state, context).Then(
            new HandedOver(state.Owner, command.To, outside, command.Reason!, Deadlines.CloseBy(context)));
        if (command.To is { } to && to != context.Caller.Person) course.Tell(PageReason.HandedOver, to);
        return course.Decided();
    }

    private static IEnumerable<string> Unsaid(HandOverEscalation command)
    {
        if (command.To is null && command.ToOutside is null) yield return "to";
        if (command.Reason is null) yield return "reason";
    }

    private static bool MayBeGiven(PersonId to, Escalation state, EscalationContext context) =>
        state.Owner != to
        && new Course(state, context).MayBePaged(to)
        && (context.Named!.Is(Role.SeniorMember)
            || (!state.Band.IsCrisis() && EscalationAccess.MayTake(context.Named, state)));
}
