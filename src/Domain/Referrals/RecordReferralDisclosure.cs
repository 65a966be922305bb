namespace Safeguard.Domain.Referrals;

/// <summary>
/// Says why it was sent without consent and who decided. What was shared, with whom and when stands in the sending
/// itself (R7). It is owed and taken even after a withdrawal.
/// </summary>
/// <param name="DecidedBy">Null for the caller.</param>
public sealed record RecordReferralDisclosure(Confidential? Why, PersonId? DecidedBy)
{
    public static Decision<ReferralEvent> Decide(
        RecordReferralDisclosure command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(state, context, "record why it was shared") is { } refusal)
            return refusal;
        if (command.Why is not { } why) return new ReferralWordsMissing(Rule.R7, "why");
        if (command.DecidedBy is not null && context.Named is null) return new ReferralPersonUnknown();
        if (state.DisclosureBy is not null)
            return new ReferralDisclosureRecorded(why, command.DecidedBy ?? context.Caller.Person);
        return state.Why == why ? Decision<ReferralEvent>.AlreadySo : new NoDisclosureOwed();
    }
}

/// <summary>Nothing was shared without consent, or it was said why.</summary>
public sealed record NoDisclosureOwed() : Rejection(
    "referral.noDisclosureOwed",
    Rule.R7,
    "This referral owes no such record. Write down anything else that was shared in the case file.");

/// <summary>Nobody in the programme goes by that id.</summary>
public sealed record ReferralPersonUnknown() : Rejection(
    "referral.personUnknown", Rule.None, "We don't know this person. Choose someone from the programme.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
