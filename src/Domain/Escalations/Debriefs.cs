namespace Safeguard.Domain.Escalations;

/// <summary>The debrief that a crisis band asks for, once for each escalation (R14).</summary>
internal static class Debriefs
{
    public static DebriefTask? For(Band band, Escalation state, PersonId owner, EscalationContext context) =>
        band.IsCrisis() && !state.DebriefAsked
            ? new(Reachable.Debriefer(state, context.Cover, owner), context.Now + context.Policy.DebriefWithin)
            : null;

    public static bool MayRecord(Caller caller, Escalation state, IReadOnlyCollection<PersonId> conflicted) =>
        !EscalationAccess.IsConflicted(caller.Person, state, conflicted)
        && (caller.Person == state.Debrief?.Of || caller.Is(Role.Supervisor) || caller.Is(Role.Coordinator));
}
