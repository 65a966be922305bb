namespace Safeguard.Domain.Escalations;

/// <summary>Says why a deadline was missed, so that the record shows more than that it was (R5, R20).</summary>
/// <param name="Item">The question or action; null for the escalation itself and its debrief.</param>
public sealed record ExplainDeadline(Deadline Which, Guid? Item, Confidential? Reason)
{
    public static Decision<EscalationEvent> Decide(ExplainDeadline command, Escalation state, EscalationContext context)
    {
        switch (EscalationAccess.Of(context.Caller, state, context.Cover.Conflicted))
        {
            case Relation.None: return new NoSuchEscalation();
            case Relation.Raiser:
                return new NotInYourRole(
                    Rule.R18, "Those who answer for it explain it. From your receipt you can add something.");
        }

        if (command.Reason is not { } reason) return new WordsMissing(Rule.R5, "reason");
        return state.Missed.Any(missed => missed.Which == command.Which && missed.Item == command.Item)
            ? new DeadlineExplained(command.Which, command.Item, reason)
            : new DeadlineNotMissed();
    }
}

/// <summary>There is nothing to explain: that deadline was met, or has not come yet.</summary>
public sealed record DeadlineNotMissed() : Rejection(
    "deadline.notMissed",
    Rule.R5,
    "That deadline has not been missed, so there is nothing to explain. Look at it again later.");
