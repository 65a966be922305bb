using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Supervision;

/// <summary>What a standing is computed from, and nothing else: recorded facts, term dates and policy (R9).</summary>
/// <param name="Group">The own group; null where none is assigned.</param>
public sealed record StandingFacts(
    PersonId Person, Supporter Supporter, SupervisionGroup? Group, TermDays TermDays, Policy Policy,
    InstitutionCalendar Calendar)
{
    /// <summary>Sessions that the own group offered them, from the day on which they joined it; by day.</summary>
    public IReadOnlyList<SupervisionSession> OwnSessions
    {
        get
        {
            if (Group is null) return [];
            var joined = Supporter.InGroupSince is { } moment ? Calendar.Day(moment) : DateOnly.MinValue;
            // Most joined before the first: then it is the group's own list and not a copy of it.
            var earlier = Group.ByDay.FindIndex(session => session.Day >= joined);
            return earlier switch
            {
                0 => Group.ByDay,
                < 0 => [],
                _ => Group.ByDay.GetRange(earlier, Group.ByDay.Count - earlier),
            };
        }
    }
}

/// <summary>
/// R9, whole: where a supporter stands at a moment, as a pure function of recorded facts, term dates, policy and that
/// moment. What was recorded for later days changes nothing before them; a correction changes what is concluded from
/// then on and nothing that was decided.
/// </summary>
public static class StandingOf
{
    public static StandingAnswer At(StandingFacts facts, DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var today = facts.Calendar.Day(moment);
        var own = facts.OwnSessions;
        var next = own.FirstOrDefault(session => session.Day >= today && session.IsToCome);
        if (StatusOf(facts, moment) is { } status)
            return status with { NextSession = next, PolicyVersion = facts.Policy.Version };
        var counted = Counting.Until(today, facts, own);
        var fortnight = counted.Fortnight;
        var (standing, since) = fortnight.On(today, counted.Start);
        var notOffered = fortnight.NothingScheduled && today > fortnight.DueOn ? fortnight.DueOn : null;
        return new StandingAnswer(standing, since)
        {
            FortnightFrom = counted.Start,
            DueSoonOn = fortnight.DueSoonOn,
            NothingScheduled = fortnight.NothingScheduled,
            DueOn = notOffered is null ? fortnight.DueOn : null,
            LapsesOn = fortnight.LapsesOn,
            LastCounted = counted.LastCounted,
            NextSession = next,
            AwaitsCoordinator = counted.Unconfirmed is not null,
            NotOfferedOn = notOffered,
            Why = [.. counted.Because(), .. StandingReasons.Of(counted, own, facts.TermDays, today)],
            PolicyVersion = facts.Policy.Version,
        };
    }

    /// <summary>The moments after this one at which the standing changes by time alone, nearest first.</summary>
    public static IEnumerable<DateTimeOffset> ChangesAfter(StandingFacts facts, DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (StatusOf(facts, moment) is { } status) return ActivationIn(status);
        var today = facts.Calendar.Day(moment);
        var fortnight = Counting.Until(today, facts, facts.OwnSessions).Fortnight;
        var overdue = fortnight.DueOn?.AddDays(1);
        return from day in new[] { overdue, fortnight.LapsesOn }
               where day is not null
               let at = MidnightOf(day.Value)
               where at > moment
               orderby at
               select at;

        // Activated from a day to come: the fortnight is looked at for the first time when it begins.
        DateTimeOffset[] ActivationIn(StandingAnswer status) =>
            status.Standing == Standing.InTraining && facts.Supporter.ActiveSince is { } active
                ? [MidnightOf(active)]
                : [];

        DateTimeOffset MidnightOf(DateOnly day) => facts.Calendar.Start(day);
    }

    /// <summary>The status that goes before the fortnight, the strongest first; null where none does.</summary>
    private static StandingAnswer? StatusOf(StandingFacts facts, DateTimeOffset moment)
    {
        var supporter = facts.Supporter;
        if (Holds(supporter.LeftAt)) return Is(Standing.Left, supporter.LeftAt);
        if (Holds(supporter.SuspendedSince)) return Is(Standing.Suspended, supporter.SuspendedSince);
        if (Holds(supporter.StoodDownSince)) return Is(Standing.StoodDown, supporter.StoodDownSince);
        if (Holds(supporter.OnLeaveSince)) return Is(Standing.OnLeave, supporter.OnLeaveSince);
        return supporter.ActiveSince is { } active && active <= facts.Calendar.Day(moment)
            ? null
            : Is(Standing.InTraining, supporter.EnrolledAt);

        bool Holds(DateTimeOffset? since) => since <= moment;

        StandingAnswer Is(Standing standing, DateTimeOffset? since)
        {
            var day = facts.Calendar.Day(since ?? moment);
            return new StandingAnswer(standing, day) { Why = [new StandingReason(StandingFact.Status, day)] };
        }
    }
}
