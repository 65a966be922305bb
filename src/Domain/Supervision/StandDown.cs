namespace Safeguard.Domain.Supervision;

/// <summary>"Stand down for now": the supporter's own word, and it needs no reason (R14).</summary>
public sealed record StandDown
{
    public static Decision<SupporterEvent> Decide(
        StandDown command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.RefusalOf(person, supporter, context) is { } refusal) return refusal;
        if (supporter.StoodDownSince is not null) return Decision<SupporterEvent>.AlreadySo;
        return new StoodDown(person);
    }
}
