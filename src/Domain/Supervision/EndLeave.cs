namespace Safeguard.Domain.Supervision;

/// <summary>A supporter is back from leave. The fortnight did not stop meanwhile (R9).</summary>
public sealed record EndLeave
{
    public static Decision<SupporterEvent> Decide(
        EndLeave command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.RefusalOf(person, supporter, context) is { } refusal) return refusal;
        if (supporter.OnLeaveSince is null) return Decision<SupporterEvent>.AlreadySo;
        return new LeaveEnded(person);
    }
}
