namespace Safeguard.Domain.Referrals;

/// <summary>There is no such referral, or it is not the caller's to know: the two look alike.</summary>
public sealed record NoSuchReferral() : Rejection(
    "referral.notThere", Rule.R15, "Either there is nothing here, or it is not yours to know.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

/// <summary>The caller knows of the referral, but this is not theirs to do.</summary>
public sealed record NotYourReferral(string Detail) : Rejection("referral.role", Rule.R15, Detail)
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>
/// The request leaves out words that it cannot do without; each is named in <see cref="Rejection.Missing"/>.
/// </summary>
public sealed record ReferralWordsMissing : Rejection
{
    public ReferralWordsMissing(Rule rule, params IReadOnlyList<string> missing)
        : base("referral.wordsMissing", rule, "Nothing was saved. Fill in what is missing and send it again.") =>
        Missing = missing;

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>Nothing has gone to the service yet, so the service cannot have done anything.</summary>
public sealed record ReferralNotSent : Rejection
{
    public ReferralNotSent()
        : base("referral.notSent", Rule.R22, "Nothing has been sent to the service yet. Record the sending first.") =>
        Missing = ["sent"];
}

/// <summary>The service declined: it has to take the student first.</summary>
public sealed record ReferralWasDeclined : Rejection
{
    public ReferralWasDeclined()
        : base(
            "referral.declined",
            Rule.R22,
            "The service declined. If it takes the student after all, record that it accepted; else find another.") =>
        Missing = ["accepted"];
}

/// <summary>The service has seen the student: what is left is the outcome.</summary>
public sealed record StudentWasSeen() : Rejection(
    "referral.seen", Rule.R22, "The service has seen the student. Record what became of it.");

/// <summary>It is over. A student who needs the service again gets a new referral.</summary>
public sealed record ReferralIsOver : Rejection
{
    public ReferralIsOver(DateTimeOffset? since)
        : base("referral.over", Rule.R22, "This referral is over. Offer a new one if it is needed again.") =>
        Since = since;
}
