namespace Safeguard.Domain.Escalations;

/// <summary>
/// "I should not be the one": steps aside because of a conflict of interest. Whoever had it hands it on, whoever was
/// still to be paged is left out, and none of them reads it from here (R15).
/// </summary>
public sealed record DeclareEscalationConflict
{
    public static Decision<EscalationEvent> Decide(
        DeclareEscalationConflict command, Escalation state, EscalationContext context)
    {
        var person = context.Caller.Person;
        if (state.Conflicted.Contains(person)) return Decision<EscalationEvent>.AlreadySo;
        switch (EscalationAccess.Of(context.Caller, state, context.Cover.Conflicted))
        {
            case Relation.None: return new NoSuchEscalation();
            case Relation.Raiser:
                return new NotInYourRole(
                    Rule.R15, "You raised this, so you are left out already. There is nothing to do.");
        }

        var without = context.Cover with { Conflicted = [.. context.Cover.Conflicted, person] };
        var course = new Course(state, context with { Cover = without });
        Reassigning.AwayFrom(person, LapseReason.Conflict, course);
        if (!course.State.Conflicted.Contains(person))
            course.Then(new PersonSkipped(PageSent.OutsideLadder, person, SkipReason.Conflict));
        return course.Decided();
    }
}
