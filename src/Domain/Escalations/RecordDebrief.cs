namespace Safeguard.Domain.Escalations;

/// <summary>
/// The raiser's debrief was held, or declined. A Supervisor, the person it was asked of or a Coordinator says so; the
/// raiser alone cannot (R14). It works after closing as well as before.
/// </summary>
public sealed record RecordDebrief(bool Held, Confidential? Note)
{
    public static Decision<EscalationEvent> Decide(RecordDebrief command, Escalation state, EscalationContext context)
    {
        var caller = context.Caller;
        var relation = EscalationAccess.Of(caller, state, context.Cover.Conflicted);
        if (relation == Relation.Raiser) return new RaiserAloneCannotDebrief();
        if (!Debriefs.MayRecord(caller, state, context.Cover.Conflicted))
            return relation == Relation.None
                ? new NoSuchEscalation()
                : new NotInYourRole(
                    Rule.R14, "Only a Supervisor or a Coordinator records the debrief. Tell the raiser's supervisor.");
        if (state.Debrief is null)
            return state.DebriefAsked ? Decision<EscalationEvent>.AlreadySo : new NoDebriefAsked();
        return command.Held
            ? new DebriefHeld(caller.Person, command.Note)
            : new DebriefDeclined(caller.Person, command.Note);
    }
}

/// <summary>The raiser is looked after by somebody, so somebody else says how that went (R14).</summary>
public sealed record RaiserAloneCannotDebrief() : Rejection(
    "debrief.raiserAlone",
    Rule.R14,
    "Your supervisor records your debrief. If you want none, tell them and they will say so here.");

/// <summary>Only a crisis band asks for a debrief (R14).</summary>
public sealed record NoDebriefAsked() : Rejection(
    "debrief.notAsked",
    Rule.R14,
    "No debrief was asked for here. Note it in the supervision group's next session instead.");
