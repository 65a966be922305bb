namespace Safeguard.Domain.Supervision;

/// <summary>
/// Records what a supporter's standing has become (R9): nothing is decided on these events, so waking early, late or
/// twice harms nobody. It also follows every command that changes what the standing is computed from.
/// </summary>
public sealed record WakeSupporter
{
    public static Decision<SupporterEvent> Decide(WakeSupporter command, StandingFacts facts, DateTimeOffset now) =>
        ToRecord(facts, now);

    /// <summary>What the supporter's stream does not say yet about the standing of this moment.</summary>
    public static List<SupporterEvent> ToRecord(StandingFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var supporter = facts.Supporter;
        if (supporter.ActiveSince is null) return [];
        var standing = StandingOf.At(facts, now);
        var who = facts.Person;
        var happened = new List<SupporterEvent>();
        if (standing.Standing > Standing.Lapsed) return happened;
        if (standing.Standing < supporter.LastRecorded && supporter.LastRecorded >= Standing.Overdue)
            happened.Add(new Reinstated(who, facts.Calendar.Day(now), ConfirmedBy: null));
        var recorded = happened.Count > 0 ? Standing.Current : supporter.LastRecorded;
        if (standing.Standing >= Standing.Overdue && recorded < Standing.Overdue)
            happened.Add(new BecameOverdue(who, standing.DueOn!.Value.AddDays(1)));
        if (standing.Standing == Standing.Lapsed && recorded < Standing.Lapsed)
            happened.Add(new Lapsed(who, standing.LapsesOn!.Value));
        if (standing.NotOfferedOn is { } day && supporter.NotOfferedToldFor != day)
            happened.Add(new SupervisionNotOffered(who, day));
        return happened;
    }

    /// <summary>When this supporter next has to be looked at; null where nothing is to come.</summary>
    public static DateTimeOffset? NextWakeUp(StandingFacts facts, DateTimeOffset now) =>
        ToRecord(facts, now).Count > 0
            ? now
            : StandingOf.ChangesAfter(facts, now).Select(moment => (DateTimeOffset?)moment).FirstOrDefault();
}
