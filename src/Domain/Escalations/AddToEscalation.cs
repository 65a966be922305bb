namespace Safeguard.Domain.Escalations;

/// <summary>
/// The raiser adds something from the receipt, or says that it got worse, which raises the band (R18). To a closed one
/// an addition pages its last owner and whoever is on duty; that it got worse opens it again.
/// </summary>
public sealed record AddToEscalation(Guid Addition, Confidential? What, bool GotWorse)
{
    public static Decision<EscalationEvent> Decide(AddToEscalation command, Escalation state, EscalationContext context)
    {
        switch (EscalationAccess.Of(context.Caller, state, context.Cover.Conflicted))
        {
            case Relation.None: return new NoSuchEscalation();
            case Relation.SeesState or Relation.Reads:
                return new NotInYourRole(
                    Rule.R18, "Only the raiser adds to it here. Record an action or raise the band instead.");
        }

        if (state.Settled.Contains(command.Addition)) return Decision<EscalationEvent>.AlreadySo;
        if (command.What is null && !command.GotWorse) return new WordsMissing(Rule.R18, "what");
        var course = new Course(state, context)
            .Then(new AdditionMade(command.Addition, command.What, command.GotWorse, Resent: null));
        if (!command.GotWorse) course.Tell(PageReason.Addition, WhoReadsIt(state, context.Cover));
        else if (state.IsOpen) RisingBand.GotWorse(course);
        else Reopening.Of(course, command.What ?? Reopening.GotWorse, RisingBand.OneUp(state.Band));
        return course.Decided();
    }

    private static IEnumerable<PersonId> WhoReadsIt(Escalation state, Cover cover) => state.IsOpen
        ? RisingBand.WhoHasIt(state)
        : [state.Owner, Reachable.Owner(state, cover)];
}
