namespace Safeguard.Domain.Supervision;

/// <summary>
/// A Coordinator confirms that somebody who came back after a long lapse is current again (R9). The register alone
/// brings back who was lapsed for less.
/// </summary>
public sealed record ConfirmReturn
{
    public static Decision<SupporterEvent> Decide(
        ConfirmReturn command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.OfficeRefusalOf(person, supporter, context) is { } refusal) return refusal;
        var standing = StandingOf.At(context.FactsOf(person), context.Now);
        if (standing.Standing != Standing.Lapsed)
            return standing.Standing < Standing.Lapsed
                ? Decision<SupporterEvent>.AlreadySo
                : TakingOnWork.Refusal(standing, context.Calendar)!;
        if (!standing.AwaitsCoordinator)
            return new HasNotCome { Since = TakingOnWork.Refusal(standing, context.Calendar)!.Since };
        return new Reinstated(person, context.Today, context.Caller.Person);
    }
}

public sealed record HasNotCome() : Rejection(
    "supervision.hasNotCome",
    Rule.R9,
    "They have not been at a session since they lapsed. Once a register says that they came, confirm it here.");
