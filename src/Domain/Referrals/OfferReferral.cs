using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Referrals;

/// <summary>
/// Offers the student a service (R22). That it is closed is a warning with an open one beside it, never a bar; a crisis
/// band raises an urgent contact in the same append (<see cref="Raised"/>).
/// </summary>
/// <param name="Referral">Made by the client, so that sending it twice offers it once.</param>
/// <param name="Service">The service's slug in the directory.</param>
public sealed record OfferReferral(Guid Referral, string Service, Band? Band, Confidential? Summary)
{
    public static Decision<ReferralEvent> Decide(OfferReferral command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(context, "offer a referral") is { } refusal) return refusal;
        if (command.Summary is not { } summary) return new ReferralWordsMissing(Rule.R22, "summary");
        var offer = new Offer(context.File.Id, command.Service, command.Band, summary);
        if (state.Offer is { } before)
            return before == offer ? Decision<ReferralEvent>.AlreadySo : new ReferralIdTaken();
        if (context.Directory.Listed(command.Service) is not { } service) return new ReferralServiceNotListed();
        return new ReferralOffered(
            command.Referral,
            context.File.Id,
            context.File.Panel,
            command.Service,
            command.Band,
            summary,
            context.File.Owner,
            context.Directory.ClosedAt(service, IsUrgent(command.Band), context.Now),
            context.NextAt);
    }

    /// <summary>
    /// The urgent contact that an offer in a crisis band sets off, never by a second click (R5); null where there is
    /// none.
    /// </summary>
    /// <param name="id">The urgent contact's own id: the referral is a stream already.</param>
    public static EscalationToRaise? Raised(
        Guid id, IReadOnlyList<ReferralEvent> happened, ReferralContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return happened is [ReferralOffered { Band: { } band } e] && band.IsCrisis()
            ? new(id, context.Caller.Person, e.Panel, context.File.Code, band, e.Summary)
            : null;
    }

    /// <summary>A day or less is not to wait for a service that takes no urgent work.</summary>
    internal static bool IsUrgent(Band? band) => band >= Domain.Band.Within24Hours;
}

/// <summary>The client's id belongs to another referral: a fault of the client, which must make a new one.</summary>
public sealed record ReferralIdTaken() : Rejection(
    "referral.idTaken", Rule.None, "Nothing was saved. Send it once more: it needs a new id.");

/// <summary>The directory lists no such service, or lists it no longer.</summary>
public sealed record ReferralServiceNotListed : Rejection
{
    public ReferralServiceNotListed()
        : base(
            "referral.serviceNotListed",
            Rule.R22,
            "The directory does not list this service. Choose one from the list.") =>
        Missing = ["service"];

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
