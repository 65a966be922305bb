namespace Safeguard.Domain.Supervision;

/// <summary>A supporter takes no new student for now; nothing stands in the way of saying so.</summary>
public sealed record WithdrawAvailability
{
    public static Decision<SupporterEvent> Decide(
        WithdrawAvailability command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.RefusalOf(person, supporter, context) is { } refusal) return refusal;
        if (supporter.AvailableSince is null) return Decision<SupporterEvent>.AlreadySo;
        return new AvailabilityWithdrawn(person);
    }
}
