namespace Safeguard.Domain.Supervision;

/// <summary>A supporter is listed as available to take on a student, if their standing allows it (R9).</summary>
public sealed record ListAsAvailable
{
    public static Decision<SupporterEvent> Decide(
        ListAsAvailable command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.RefusalOf(person, supporter, context) is { } refusal) return refusal;
        if (TakingOnWork.Refusal(context.StandingOf(person), context.Calendar) is { } standing) return standing;
        if (supporter.AvailableSince is not null) return Decision<SupporterEvent>.AlreadySo;
        return new ListedAsAvailable(person);
    }
}
