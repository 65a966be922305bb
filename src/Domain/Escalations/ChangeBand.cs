namespace Safeguard.Domain.Escalations;

/// <summary>
/// Another response band. Up: anybody who may know of it, the raiser included, at once. Down: a Senior Member or a
/// Supervisor, with a reason, and the earlier deadlines stay until contact is made (R6).
/// </summary>
public sealed record ChangeBand(Band To, Confidential? Reason)
{
    public static Decision<EscalationEvent> Decide(ChangeBand command, Escalation state, EscalationContext context)
    {
        var relation = EscalationAccess.Of(context.Caller, state, context.Cover.Conflicted);
        if (relation == Relation.None) return new NoSuchEscalation();
        if (command.To < state.Band) return Lower(command, state, context);
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt);
        if (command.To == state.Band) return Decision<EscalationEvent>.AlreadySo;
        var course = new Course(state, context);
        RisingBand.To(command.To, command.Reason, course);
        return course.Decided();
    }

    private static Decision<EscalationEvent> Lower(ChangeBand command, Escalation state, EscalationContext context)
    {
        if (!context.Caller.Is(Role.SeniorMember) && !context.Caller.Is(Role.Supervisor))
            return new NotInYourRole(
                Rule.R6, "Only a Senior Member or a Supervisor may lower the band. Ask whoever has it.");
        if (EscalationAccess.RefuseUnlessReader(state, context, "lower the band") is { } refusal) return refusal;
        IReadOnlyList<string> unsaid = command.Reason is null ? ["reason"] : [];
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt) { Missing = ["state", .. unsaid] };
        return command.Reason is { } reason
            ? new BandLowered(state.Band, command.To, reason)
            : new BandReasonMissing();
    }
}

/// <summary>A band goes down only with a reason (R6).</summary>
public sealed record BandReasonMissing : Rejection
{
    public BandReasonMissing()
        : base("band.reasonMissing", Rule.R6, "Say in a few words why less hurry is enough, and send it again.") =>
        Missing = ["reason"];
}
