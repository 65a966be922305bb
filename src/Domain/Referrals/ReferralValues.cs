namespace Safeguard.Domain.Referrals;

/// <summary>Where a referral stands (R22). Completed and Withdrawn are its ends.</summary>
public enum ReferralState
{
    NotOffered, Offered, Consented, Sent, Received, Accepted, Declined, NoReply, Seen, DidNotAttend, Completed,
    Withdrawn,
}

/// <summary>What became of a referral, as reports count it by service.</summary>
public enum ReferralOutcome
{
    /// <summary>The service saw the student and helped; nothing more is to come.</summary>
    Helped,

    /// <summary>The service saw the student and goes on.</summary>
    WithService,

    /// <summary>The service saw the student and could not help.</summary>
    NotHelped,

    /// <summary>The service took the student on and does not say whether they came.</summary>
    NotKnown,

    /// <summary>The student did not come.</summary>
    DidNotAttend,

    /// <summary>The service did not take the student.</summary>
    DeclinedByService,

    /// <summary>The service never answered.</summary>
    NoReply,

    /// <summary>Withdrawn before it came to an end.</summary>
    Withdrawn,
}

/// <summary>What the owner is reminded of.</summary>
public enum ReferralTask
{
    /// <summary>Ask the student whether they agree.</summary>
    AskConsent,

    /// <summary>Send it, now that the student agrees.</summary>
    Send,

    /// <summary>Ask the service, which has not answered.</summary>
    Reply,

    /// <summary>Find out whether the student was seen.</summary>
    Seen,

    /// <summary>Find another way: the service declined, or the student did not come.</summary>
    NextStep,

    /// <summary>Say what became of it.</summary>
    Outcome,

    /// <summary>Say why it was sent without consent (R7).</summary>
    Disclosure,
}

/// <summary>What left the programme, to whom and how: the same again is already so.</summary>
public sealed record Sending(Confidential What, Confidential ToWhom, CaseFiles.Channel Channel);

/// <summary>What a referral's offer said: the same id with the same words is already so.</summary>
public sealed record Offer(Guid CaseFile, string Service, Band? Band, Confidential Summary);
