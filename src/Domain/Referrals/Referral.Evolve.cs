namespace Safeguard.Domain.Referrals;

public sealed partial record Referral
{
    /// <summary>The stream type under which referrals are stored, and how their events add up.</summary>
    public static Aggregate<Referral, ReferralEvent> Aggregate { get; } = new("referral", NotOffered, Evolve);

    /// <summary>What is known after one more event. It copies what the event says and decides nothing.</summary>
    public static Referral Evolve(Referral state, ReferralEvent happened, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(stamp);
        var at = stamp.RecordedAt;
        return happened switch
        {
            ReferralOffered e => state.Now(ReferralState.Offered, e.NextAt) with
            {
                Offer = new(e.CaseFile, e.Service, e.Band, e.Summary),
                Panel = e.Panel,
                Owner = e.Owner,
            },
            ReferralConsented e => state.WhenAsked(given: true, at, e.NextAt),
            ReferralConsentRefused e => state.WhenAsked(given: false, at, e.NextAt),
            ReferralSent e => state.WhenSent(e),
            ReferralDisclosureRecorded e => state with
            {
                Why = e.Why,
                DisclosureBy = null,
                DisclosureAskAt = null,
                DisclosureReminders = 0,
            },
            ReferralReceived e => state.Now(ReferralState.Received, e.ReplyBy),
            ReferralAccepted e => state.Now(ReferralState.Accepted, e.SeenCheckAt),
            ReferralDeclined e => state with { State = ReferralState.Declined, NextAt = e.NextAt },
            ReferralUnanswered e => state with { State = ReferralState.NoReply, NextAt = e.NextAt },
            ReferralReminded { About: ReferralTask.Disclosure } e => state with
            {
                DisclosureAskAt = e.NextAt,
                DisclosureReminders = e.Number,
            },
            ReferralReminded e => state with { Reminders = e.Number, NextAt = e.NextAt },
            ReferralChased e => state with { Reminders = state.Reminders + 1, NextAt = e.NextAt },
            ReferralSeen e => state.Now(ReferralState.Seen, e.NextAt),
            ReferralDidNotAttend e => state.Now(ReferralState.DidNotAttend, e.NextAt),
            ReferralCompleted e => state.Over(ReferralState.Completed, e.Outcome, at),
            ReferralWithdrawn => state.Over(ReferralState.Withdrawn, ReferralOutcome.Withdrawn, at),
            ReferralReassigned e => state with { Owner = e.To },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} is not an event of a referral."),
        };
    }

    /// <summary>Something happened, so the reminders count anew.</summary>
    private Referral Now(ReferralState next, DateTimeOffset nextAt) =>
        this with { State = next, NextAt = nextAt, Reminders = 0 };

    /// <summary>Once it was sent, the student's word no longer says where it stands.</summary>
    private Referral WhenAsked(bool given, DateTimeOffset at, DateTimeOffset nextAt)
    {
        var asked = this with { Consent = given, ConsentSince = at };
        return IsUnsent ? asked.Now(given ? ReferralState.Consented : ReferralState.Offered, nextAt) : asked;
    }

    private Referral WhenSent(ReferralSent e) => Now(ReferralState.Sent, e.ReplyBy) with
    {
        Sent = new(e.What, e.ToWhom, e.Channel),
        Why = e.Why ?? Why,
        DisclosureBy = DisclosureBy ?? e.DisclosureBy,
        DisclosureAskAt = DisclosureAskAt ?? e.DisclosureBy,
    };

    private Referral Over(ReferralState end, ReferralOutcome outcome, DateTimeOffset at) =>
        this with { State = end, Outcome = outcome, OverSince = at, NextAt = null, Reminders = 0 };
}
