using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Escalations;

/// <summary>How a ladder is made from the policy, and when its repeats are due.</summary>
public static class Ladders
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(1);

    private static readonly Rung[] Rungs =
        [Rung.DutySeniorMember, Rung.Deputy, Rung.PanelAndSupervisor, Rung.Coordinators];

    /// <summary>
    /// The ladder that a band asks for at this moment; without a panel it begins with the Coordinators (R5).
    /// </summary>
    public static Ladder For(Band band, PanelId? panel, EscalationContext context) => band switch
    {
        Band.NextSupervision => ToSupervision(context),
        _ when band.IsCrisis() => new(Steps(panel, step => After(step, context.Policy)), context.Policy.RepeatEvery),
        Band.Within24Hours => new(
            Steps(panel, step => step * context.Policy.AcknowledgeWithin24Hours),
            context.Policy.AcknowledgeWithin24Hours,
            Paced: true),
        _ => InWorkingDays(panel, context),
    };

    private static LadderStep[] Steps(PanelId? panel, Func<int, TimeSpan> after) => panel is null
        ? [new(Rung.Coordinators, TimeSpan.Zero)]
        : [.. Rungs.Select((rung, step) => new LadderStep(rung, after(step)))];

    /// <summary>
    /// A policy with too few numbers still reaches everyone: the rungs it forgot come with the last it names.
    /// </summary>
    private static TimeSpan After(int step, Policy policy) =>
        policy.RungsAfter.Count == 0 ? TimeSpan.Zero : policy.RungsAfter[Math.Min(step, policy.RungsAfter.Count - 1)];

    private static Ladder InWorkingDays(PanelId? panel, EscalationContext context)
    {
        var days = Math.Max(1, context.Policy.AcknowledgeWithin72HoursWorkingDays);
        return new(
            Steps(panel, step => step == 0 ? TimeSpan.Zero : WorkingDays(step * days, context)),
            TimeSpan.FromDays(days),
            days,
            Paced: true);
    }

    /// <summary>
    /// The supervisor at once; the Coordinators when the session has passed, then everyone each working day.
    /// </summary>
    private static Ladder ToSupervision(EscalationContext context)
    {
        var days = Math.Max(1, context.Policy.AcknowledgeWithin72HoursWorkingDays);
        LadderStep[] steps =
        [
            new(Rung.Supervisor, TimeSpan.Zero),
            new(Rung.Coordinators, Deadlines.NextSupervision(context) - context.Now),
        ];
        return new(steps, TimeSpan.FromDays(days), days);
    }

    private static TimeSpan WorkingDays(int days, EscalationContext context) =>
        context.Calendar.AfterWorkingDays(context.Now, days) - context.Now;

    /// <summary>When the page after one at that moment is due, if nobody answers: always later.</summary>
    internal static DateTimeOffset RepeatAfter(
        this Ladder ladder, DateTimeOffset page, InstitutionCalendar calendar) => ladder.RepeatWorkingDays > 0
        ? calendar.AfterWorkingDays(page, ladder.RepeatWorkingDays)
        : page + Interval(ladder);

    /// <summary>Likewise, but later than now: repeats that were missed collapse into the one being sent.</summary>
    internal static DateTimeOffset RepeatAfter(
        this Ladder ladder, DateTimeOffset page, DateTimeOffset now, InstitutionCalendar calendar)
    {
        if (ladder.RepeatWorkingDays == 0 && page < now)
            page = now - new TimeSpan((now - page).Ticks % Interval(ladder).Ticks);
        var next = ladder.RepeatAfter(page, calendar);
        while (next <= now) next = ladder.RepeatAfter(next, calendar);
        return next;
    }

    /// <summary>A policy that forgot the interval must neither stop paging nor spin it.</summary>
    private static TimeSpan Interval(Ladder ladder) =>
        ladder.RepeatEvery < ShortestInterval ? ShortestInterval : ladder.RepeatEvery;
}
