namespace Safeguard.Domain.Referrals;

/// <summary>
/// Says what became of it, which has to be what the record shows, and ends it. A missing disclosure record comes first
/// (R7).
/// </summary>
public sealed record CompleteReferral(ReferralOutcome Outcome, Confidential? Note)
{
    public static Decision<ReferralEvent> Decide(CompleteReferral command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(state, context, "complete it") is { } refusal) return refusal;
        if (state.State == ReferralState.Completed && state.Outcome == command.Outcome)
            return Decision<ReferralEvent>.AlreadySo;
        if (!state.IsOpen) return new ReferralIsOver(state.OverSince);
        if (Possible(state.State) is not { Count: > 0 } possible) return new NoOutcomeYet();
        if (!possible.Contains(command.Outcome)) return new OutcomeDoesNotFit();
        return state.DisclosureBy is { } owedBy
            ? new ReferralDisclosureOwed(owedBy)
            : new ReferralCompleted(command.Outcome, command.Note);
    }

    /// <summary>The outcomes that a referral can be completed with where it stands; a page offers these.</summary>
    public static IReadOnlyList<ReferralOutcome> Possible(ReferralState state) => state switch
    {
        ReferralState.Seen => [ReferralOutcome.Helped, ReferralOutcome.WithService, ReferralOutcome.NotHelped],
        ReferralState.Accepted => [ReferralOutcome.NotKnown],
        ReferralState.DidNotAttend => [ReferralOutcome.DidNotAttend],
        ReferralState.Declined => [ReferralOutcome.DeclinedByService],
        ReferralState.NoReply => [ReferralOutcome.NoReply],
        _ => [],
    };
}

/// <summary>The service has not done anything that would be an outcome.</summary>
public sealed record NoOutcomeYet : Rejection
{
    public NoOutcomeYet()
        : base(
            "referral.noOutcomeYet",
            Rule.R22,
            "There is no outcome yet. Record what the service did, or withdraw the referral.") =>
        Missing = ["state"];
}

/// <summary>The record says something else than this outcome.</summary>
public sealed record OutcomeDoesNotFit() : Rejection(
    "referral.outcome",
    Rule.R22,
    "This outcome is not what the record shows. Record first that the student was seen or did not come, or what the "
    + "service answered.");

/// <summary>It was sent without consent, and nobody has said why (R7).</summary>
public sealed record ReferralDisclosureOwed : Rejection
{
    public ReferralDisclosureOwed(DateTimeOffset owedBy)
        : base(
            "referral.disclosureOwed",
            Rule.R7,
            "It was sent without consent. First record why, and who decided.")
    {
        Since = owedBy;
        Missing = ["disclosure"];
    }
}
