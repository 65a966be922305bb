using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Referrals;

/// <summary>
/// Records that it went to the service, by name. That needs the student's consent; in a crisis band it does not wait
/// for it, and a disclosure record says why (R7). One that was declined or never answered can be sent again.
/// </summary>
/// <param name="What">What was sent.</param>
/// <param name="Why">Why without consent; it may follow (<see cref="RecordReferralDisclosure"/>).</param>
public sealed record SendReferral(Confidential? What, Confidential? ToWhom, Channel? Channel, Confidential? Why)
{
    public static Decision<ReferralEvent> Decide(SendReferral command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(state, context, "send it") is { } refusal) return refusal;
        if (Unsaid(command).ToList() is { Count: > 0 } unsaid) return new ReferralWordsMissing(Rule.R22, unsaid);
        if (!state.IsOpen) return new ReferralIsOver(state.OverSince);
        var sending = new Sending(command.What!, command.ToWhom!, command.Channel!.Value);
        if (IsWithService(state))
            return state.Sent == sending ? Decision<ReferralEvent>.AlreadySo : new ReferralAlreadySent();
        if (state.Consent != true && !IsCrisis(state, context))
            return state.Consent is null ? new ReferralConsentMissing() : new StudentSaidNo(state.ConsentSince);
        return Sent(sending, command.Why, state, context);
    }

    private static ReferralSent Sent(
        Sending sending, Confidential? why, Referral state, ReferralContext context)
    {
        var withConsent = state.Consent == true;
        return new ReferralSent(
            sending.What,
            sending.ToWhom,
            sending.Channel,
            withConsent,
            withConsent ? null : why,
            withConsent || why is not null ? null : context.Now + context.Policy.DisclosureWithin,
            Closed(state, context),
            context.NextAt);
    }

    /// <summary>A service that has left the directory since is not warned of: it was chosen before.</summary>
    private static ServiceClosed? Closed(Referral state, ReferralContext context) =>
        context.Directory.Listed(state.Offer!.Service) is { } service
            ? context.Directory.ClosedAt(service, OfferReferral.IsUrgent(state.Offer.Band), context.Now)
            : null;

    private static bool IsWithService(Referral state) =>
        !state.IsUnsent && state.State is not (ReferralState.NoReply or ReferralState.Declined);

    private static bool IsCrisis(Referral state, ReferralContext context) =>
        context.File.InCrisis || (state.Offer?.Band is { } band && band.IsCrisis());

    private static IEnumerable<string> Unsaid(SendReferral command)
    {
        if (command.What is null) yield return "what";
        if (command.ToWhom is null) yield return "toWhom";
        if (command.Channel is null) yield return "channel";
    }
}

/// <summary>It has gone to the service already, with other words or another way.</summary>
public sealed record ReferralAlreadySent() : Rejection(
    "referral.alreadySent",
    Rule.R22,
    "It has been sent already. Chase the service and say in the note what else you told it, or offer a new referral.");

/// <summary>Nobody has asked the student.</summary>
public sealed record ReferralConsentMissing : Rejection
{
    public ReferralConsentMissing()
        : base(
            "referral.consentMissing",
            Rule.R7,
            "A referral by name needs the student's consent. Ask them and record what they say. You can always give "
            + "them the service's details.") =>
        Missing = ["consent"];
}

/// <summary>The student does not want to be named; telling them of the service stays possible (R7).</summary>
public sealed record StudentSaidNo : Rejection
{
    public StudentSaidNo(DateTimeOffset? since)
        : base(
            "referral.consentRefused",
            Rule.R7,
            "The student does not want to be referred by name. Give them the service's details instead. If there is "
            + "danger, raise an urgent contact.")
    {
        Since = since;
        Missing = ["consent"];
    }
}
