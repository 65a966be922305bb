namespace Safeguard.Domain.Escalations;

/// <summary>The deadline that its reader has to beat next, with the moment from which its time runs.</summary>
public sealed record RunningPromise(Deadline Which, DateTimeOffset From, DateTimeOffset By)
{
    /// <summary>
    /// "I have it" first, until somebody had it; then speaking with the student, or the moment at which it is handed
    /// on; then looking in again, or closing. A missed one stays the next, because it is still owed. Null once closed.
    /// </summary>
    public static RunningPromise? Of(Escalation state) => state switch
    {
        { IsUnanswered: true, SeenAt: null } => Since(Deadline.AcknowledgeBy, state.LadderFrom, state.AcknowledgeBy),
        { LapsesAt: { } lapses, AcknowledgedAt: { } taken } when lapses < state.RespondBy =>
            Since(Deadline.ContactAfterAcknowledging, taken, lapses),
        { State: EscalationState.Acknowledged } or { IsUnanswered: true } =>
            Since(Deadline.RespondBy, state.LadderFrom, state.RespondBy),
        { State: EscalationState.ContactMade, TaskAt: { } task, ContactAt: { } contact } =>
            Since(Deadline.FollowUp, contact, task),
        { State: EscalationState.SafeForNow or EscalationState.HandedOver, TaskAt: { } task, ContactAt: { } contact } =>
            Since(Deadline.Closure, contact, task),
        _ => null,
    };

    private static RunningPromise Since(Deadline which, DateTimeOffset from, DateTimeOffset by) =>
        new(which, from < by ? from : by, by);
}
