namespace Safeguard.Domain.Supervision;

/// <summary>A supporter who stood down is ready again; nobody but they and a Coordinator says so (R14).</summary>
public sealed record StandUp
{
    public static Decision<SupporterEvent> Decide(
        StandUp command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.RefusalOf(person, supporter, context) is { } refusal) return refusal;
        if (!context.IsOffice && context.Caller.Person != person) return new TheirOwnToSay();
        if (supporter.StoodDownSince is null) return Decision<SupporterEvent>.AlreadySo;
        return new StoodUp(person);
    }
}

public sealed record TheirOwnToSay() : Rejection(
    "supporter.ownToSay",
    Rule.R14,
    "Only the supporter, or a Coordinator after talking with them, says that they are ready again.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}
