namespace Safeguard.Domain.Referrals;

/// <summary>
/// A wake-up came, on time or late: reminds of what is due by now, once. Without an answer after the policy's
/// reminders the Coordinators are told, and from then on with every reminder (R22).
/// </summary>
public sealed record WakeReferral
{
    public static Decision<ReferralEvent> Decide(WakeReferral command, Referral state, ReferralContext context)
    {
        List<ReferralEvent> happened = [];
        if (state.NextAt <= context.Now) happened.Add(Due(state, context));
        if (state.DisclosureAskAt <= context.Now) happened.Add(DisclosureDue(state, context));
        return happened;
    }

    private static ReferralEvent Due(Referral state, ReferralContext context)
    {
        var isLong = state.Reminders >= Math.Max(1, context.Policy.ReferralReminders);
        if (isLong && state.State is ReferralState.Sent or ReferralState.Received)
            return new ReferralUnanswered(Told(state, context, coordinators: true), context.NextAt);
        return new ReferralReminded(
            state.Task!.Value,
            Told(state, context, isLong || state.State == ReferralState.NoReply),
            state.Reminders + 1,
            context.NextAt);
    }

    /// <summary>Its own time has passed already, so the Coordinators see it at once.</summary>
    private static ReferralReminded DisclosureDue(Referral state, ReferralContext context) => new(
        ReferralTask.Disclosure,
        Told(state, context, coordinators: true),
        state.DisclosureReminders + 1,
        context.Now + AtLeastAMinute(context.Policy.FollowUpEvery));

    private static IReadOnlyList<PersonId> Told(Referral state, ReferralContext context, bool coordinators)
    {
        IEnumerable<PersonId> told = coordinators ? [state.Owner, .. context.Coordinators] : [state.Owner];
        return [.. told.Where(person => person != PersonId.System).Distinct()];
    }

    /// <summary>A policy that forgot a number must not make wake-ups spin.</summary>
    private static TimeSpan AtLeastAMinute(TimeSpan given) =>
        given < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : given;
}
