using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Escalations;

/// <summary>When "I have it" and contact are due for a band, counted from the moment of the decision (R5).</summary>
public static class Deadlines
{
    public static DateTimeOffset AcknowledgeBy(Band band, EscalationContext context) => band switch
    {
        Band.Immediate => context.Now + context.Policy.AcknowledgeImmediate,
        Band.Within4Hours => context.Now + context.Policy.AcknowledgeWithin4Hours,
        Band.Within24Hours => context.Now + context.Policy.AcknowledgeWithin24Hours,
        Band.Within72Hours => AfterWorkingDays(context, context.Policy.AcknowledgeWithin72HoursWorkingDays),
        _ => NextSupervision(context),
    };

    public static DateTimeOffset RespondBy(Band band, EscalationContext context) => band switch
    {
        Band.Immediate => context.Now + context.Policy.RespondImmediate,
        Band.Within4Hours => context.Now + context.Policy.RespondWithin4Hours,
        Band.Within24Hours => context.Now + context.Policy.RespondWithin24Hours,
        Band.Within72Hours => context.Now + context.Policy.RespondWithin72Hours,
        _ => NextSupervision(context),
    };

    /// <summary>When the raiser's next supervision session ends, or when one is taken to be due.</summary>
    public static DateTimeOffset NextSupervision(EscalationContext context) =>
        context.Cover.NextSupervision is { } session && session > context.Now
            ? session
            : context.Now + context.Policy.SupervisionInterval;

    /// <summary>When the owner of one that is safe for now or handed over is reminded to close it.</summary>
    public static DateTimeOffset CloseBy(EscalationContext context) =>
        AfterWorkingDays(context, context.Policy.CloseWithinWorkingDays);

    public static Timings Timings(Policy policy) =>
        new(policy.RemindAfter, policy.AcknowledgementLapsesAfter, AtLeastAMinute(policy.FollowUpEvery));

    /// <summary>A policy that forgot a number must not make wake-ups spin.</summary>
    private static TimeSpan AtLeastAMinute(TimeSpan given) =>
        given < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : given;

    private static DateTimeOffset AfterWorkingDays(EscalationContext context, int days) =>
        context.Calendar.AfterWorkingDays(context.Now, Math.Max(1, days));
}
