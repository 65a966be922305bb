namespace Safeguard.Domain.Supervision;

/// <summary>A Coordinator suspends a supporter; whatever they take on from this moment is refused (R9).</summary>
public sealed record SuspendSupporter(Confidential? Reason)
{
    public static Decision<SupporterEvent> Decide(
        SuspendSupporter command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.OfficeRefusalOf(person, supporter, context) is { } refusal) return refusal;
        if (supporter.SuspendedSince is not null) return Decision<SupporterEvent>.AlreadySo;
        if (command.Reason is null) return new SuspensionNeedsReason { Missing = ["reason"] };
        return new Suspended(person, command.Reason);
    }
}

public sealed record SuspensionNeedsReason() : Rejection(
    "supporter.suspensionNeedsReason", Rule.R9, "A suspension is on record with its reason. Say why.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
