namespace Safeguard.Domain.Supervision;

/// <summary>A Coordinator lifts a suspension. Standing is what the fortnight says from then on (R9).</summary>
public sealed record LiftSuspension
{
    public static Decision<SupporterEvent> Decide(
        LiftSuspension command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.OfficeRefusalOf(person, supporter, context) is { } refusal) return refusal;
        if (supporter.SuspendedSince is null) return Decision<SupporterEvent>.AlreadySo;
        return new SuspensionLifted(person);
    }
}
