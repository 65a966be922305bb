namespace Safeguard.Domain.Access;

/// <summary>
/// Reviews that nobody did in time: each is an event, and comes again every working day until it is done (R4, R17).
/// </summary>
public sealed record WakeAccess
{
    public static Decision<AccessEvent> Decide(WakeAccess command, AccessHistory history, AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(context);
        var happened = new List<AccessEvent>();
        foreach (var glass in history.Unreviewed.Where(glass => glass.NextWakeUp <= context.Now))
        {
            var person = history.Person!.Value;
            happened.Add(new BreakGlassReviewLate(
                person, glass.Id, context.Now - glass.ReviewBy, context.Calendar.AfterWorkingDays(context.Now, 1)));
            var canDoIt = context.Coordinators.Contains(glass.Reviewer)
                && context.MayReview(glass.Reviewer, glass.Item, person);
            if (!canDoIt) happened.AddRange(Passed(glass, person, context));
        }

        return happened;
    }

    /// <summary>
    /// To another who can do it; to nobody where there is none, so that the watchdog goes on saying so.
    /// </summary>
    internal static IEnumerable<AccessEvent> Passed(BreakGlass glass, PersonId person, AccessContext context)
    {
        var to = context.ReviewerOf(glass.Item, person);
        if (to != glass.Reviewer) yield return new BreakGlassReviewReassigned(person, glass.Id, glass.Reviewer, to);
    }
}
