using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>
/// A trainee, or a supporter to whom a new text is put, accepts it: nobody does that for another (R11).
/// </summary>
/// <param name="Version">Of the text that they read, as the institution numbers it.</param>
public sealed record AcceptAgreement(Agreement Agreement, string? Version)
{
    /// <summary>In characters.</summary>
    public const int MaxVersion = 40;

    public static Decision<SupporterEvent> Decide(
        AcceptAgreement command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.RefusalOf(person, supporter, context) is { } refusal) return refusal;
        if (context.Caller.Person != person) return new TheirOwnToAccept();
        if (command.Version?.Trim() is not { Length: > 0 and <= MaxVersion } version)
            return new AgreementVersionUnusable { Missing = ["version"] };
        if (supporter.Agreements.TryGetValue(command.Agreement, out var known) && known == version)
            return Decision<SupporterEvent>.AlreadySo;
        return new AgreementAccepted(person, command.Agreement, version);
    }
}

public sealed record TheirOwnToAccept() : Rejection(
    "training.agreementOwn", Rule.R11, "Only the person themselves accepts this. Ask them to do it on their own page.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

public sealed record AgreementVersionUnusable() : Rejection(
    "training.agreementVersion",
    Rule.R11,
    "The version of the text belongs with it, in at most 40 characters. Say which text was accepted.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
