namespace Safeguard.Domain.Referrals;

/// <summary>A student handed on to a service, as the rules need it: nothing that no rule reads.</summary>
public sealed partial record Referral
{
    public static Referral NotOffered { get; } = new();

    public ReferralState State { get; init; }

    /// <summary>What was offered; null before.</summary>
    public Offer? Offer { get; init; }
    public PanelId Panel { get; init; }

    /// <summary>The one who answers for it (R4): the owner of its case file.</summary>
    public PersonId Owner { get; init; }

    /// <summary>The student's last word on being referred by name; null where they were not asked.</summary>
    public bool? Consent { get; init; }
    public DateTimeOffset? ConsentSince { get; init; }

    /// <summary>What was sent last; null while nothing was.</summary>
    public Sending? Sent { get; init; }

    /// <summary>What was last said about why it was sent without consent (R7).</summary>
    public Confidential? Why { get; init; }

    /// <summary>When the owner is next asked about it; null once it is over.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Reminders since something last happened, those made by hand among them.</summary>
    public int Reminders { get; init; }

    /// <summary>Sent without consent, and not said why: when that was due (R7).</summary>
    public DateTimeOffset? DisclosureBy { get; init; }

    /// <summary>When it is asked for next.</summary>
    public DateTimeOffset? DisclosureAskAt { get; init; }
    public int DisclosureReminders { get; init; }
    public ReferralOutcome? Outcome { get; init; }
    public DateTimeOffset? OverSince { get; init; }

    public bool IsOpen => State is not (ReferralState.NotOffered or ReferralState.Completed or ReferralState.Withdrawn);

    /// <summary>It has its outcome and owes nothing: only then may its case file close (R3).</summary>
    public bool IsSettled => OverSince is not null && DisclosureBy is null;

    /// <summary>The service has it and has not said whether it takes the student.</summary>
    public bool IsUnanswered => State is ReferralState.Sent or ReferralState.Received or ReferralState.NoReply;

    /// <summary>Nothing has left the programme yet.</summary>
    public bool IsUnsent => State is ReferralState.Offered or ReferralState.Consented;

    /// <summary>What its owner is reminded of; null once it is over.</summary>
    public ReferralTask? Task => State switch
    {
        ReferralState.Offered => ReferralTask.AskConsent,
        ReferralState.Consented => ReferralTask.Send,
        ReferralState.Sent or ReferralState.Received or ReferralState.NoReply => ReferralTask.Reply,
        ReferralState.Accepted => ReferralTask.Seen,
        ReferralState.Declined or ReferralState.DidNotAttend => ReferralTask.NextStep,
        ReferralState.Seen => ReferralTask.Outcome,
        _ => null,
    };
}
