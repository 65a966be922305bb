using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit.Packs;

/// <summary>
/// What the institution was through the life of a case, as it was known at each moment: nothing that was recorded later
/// changes what is told of before. Pure.
/// </summary>
/// <param name="log">The institution's events in the order of the log.</param>
internal sealed class ThroughTime(IReadOnlyList<Recorded> log, DateTimeOffset from, DateTimeOffset until)
{
    /// <summary>Who was on duty for a panel, one line for each time that it changed hands.</summary>
    public IReadOnlyList<DutyLine> DutyOf(PanelId panel)
    {
        var bounds = log.Select(recorded => recorded.Event).OfType<RotaEvent>()
            .Where(happened => happened.Panel == panel).SelectMany(Bounds)
            .Concat(log.Select(recorded => recorded.Stamp.RecordedAt));
        return Lines(
            bounds, (known, at) => known.DutyAt(panel, at) with { Until = null },
            (duty, since, to, then) => new DutyLine(panel, since, to, duty.First, duty.Deputy)
            {
                Because = [.. DutyGrounds.Of(panel, since, then.Log).Select(AuditGround.Of)],
            });
    }

    /// <summary>Where a supporter stood, one line for each standing; none for whoever is no supporter.</summary>
    public IReadOnlyList<StandingLine> StandingOf(PersonId person)
    {
        if (!Present.SupporterOf(person).Enrolled) return [];
        return Lines(
            Midnights().Concat(log.Select(recorded => recorded.Stamp.RecordedAt)),
            (known, at) => known.SupporterOf(person).Enrolled
                ? StandingLine.Of(person, known.StandingAt(person, at))
                : null,
            (was, since, to, then) => was is null
                ? null
                : was with { From = since, Until = to, Because = Grounds(person, since, then.Known, then.Log) });
    }

    private static IReadOnlyList<AuditGround> Grounds(
        PersonId person, DateTimeOffset at, Institution known, IReadOnlyList<Recorded> log) =>
    [
        .. StandingGrounds.Of(
                known.StandingFactsOf(person, at), known.StandingAt(person, at), known.Programme, log)
            .SelectMany(ground => ground.Events).Select(AuditGround.Of).Distinct(),
    ];

    /// <summary>The events of which these are the names, in the order of the log.</summary>
    public IReadOnlyList<Recorded> Behind(IEnumerable<AuditGround> grounds)
    {
        var named = grounds.ToHashSet();
        return [.. log.Where(recorded => named.Contains(AuditGround.Of(recorded)))];
    }

    /// <summary>
    /// The policies that were in force, and those that decisions used, in the order of their versions.
    /// </summary>
    public IReadOnlyList<PolicyLine> Policies(IReadOnlySet<int> used)
    {
        var programme = Present.Programme;
        var inForce = programme.Policies.Select(adopted => adopted.EffectiveFrom)
            .Where(moment => moment > from && moment <= until).Append(from)
            .Select(moment => programme.PolicyAt(moment).Version).Concat(used).ToHashSet();
        return
        [
            .. inForce.Contains(0) ? [new PolicyLine(0, null, null, null, Policy.Default)] : Array.Empty<PolicyLine>(),
            .. from adopted in programme.Policies
               where inForce.Contains(adopted.Policy.Version)
               orderby adopted.Policy.Version
               select new PolicyLine(
                   adopted.Policy.Version, adopted.EffectiveFrom, adopted.Author, adopted.Reason, adopted.Policy)
               {
                   Because = PolicyGrounds.Of(adopted.Policy.Version, log) is { } adoption
                       ? [AuditGround.Of(adoption)]
                       : [],
               },
        ];
    }

    /// <summary>The institution as it was known last.</summary>
    public Institution Present { get; } = log.Aggregate(Institution.Empty, Apply);

    /// <summary>
    /// What is asked at every moment that may change it, one line for each answer that lasted, with what was known when
    /// it began.
    /// </summary>
    private List<TLine> Lines<TAnswer, TLine>(
        IEnumerable<DateTimeOffset> bounds, Func<Institution, DateTimeOffset, TAnswer> ask,
        Func<TAnswer, DateTimeOffset, DateTimeOffset, (Institution Known, IReadOnlyList<Recorded> Log), TLine?> line)
    {
        var (known, next, lines) = (Institution.Empty, 0, new List<TLine>());
        (TAnswer Answer, DateTimeOffset Since, Institution Known, int Events)? before = null;
        foreach (var moment in bounds.Where(bound => bound > from && bound < until).Append(from).Distinct().Order())
        {
            while (next < log.Count && log[next].Stamp.RecordedAt <= moment) known = Apply(known, log[next++]);
            var answer = ask(known, moment);
            if (before is { } same && EqualityComparer<TAnswer>.Default.Equals(same.Answer, answer)) continue;
            End(moment);
            before = (answer, moment, known, next);
        }

        End(until);
        return lines;

        void End(DateTimeOffset at)
        {
            if (before is { } was
                && line(was.Answer, was.Since, at, (was.Known, [.. log.Take(was.Events)])) is { } told)
                lines.Add(told);
        }
    }

    private static Institution Apply(Institution known, Recorded recorded) =>
        known.Apply(recorded.Event, recorded.Stamp);

    private static IEnumerable<DateTimeOffset> Bounds(RotaEvent happened) => happened switch
    {
        ShiftPlanned e => [e.Starts, e.Ends],
        ShiftCovered e => [e.Starts, e.Ends],
        ShiftRemoved e => [e.From],
        _ => [],
    };

    private IEnumerable<DateTimeOffset> Midnights()
    {
        var calendar = Present.CalendarAt(until);
        for (var day = calendar.Day(from).AddDays(1); day <= calendar.Day(until); day = day.AddDays(1))
            yield return calendar.Start(day);
    }
}

/// <param name="First">Null where nobody was, as is <paramref name="Deputy"/>.</param>
internal sealed record DutyLine(
    PanelId Panel, DateTimeOffset From, DateTimeOffset Until, PersonId? First, PersonId? Deputy)
{
    /// <summary>From which events it followed when it began; none where no shift was planned.</summary>
    public IReadOnlyList<AuditGround> Because { get; init; } = [];
}

/// <param name="From">From when the line holds; <paramref name="Since"/> is the day that the standing began.</param>
internal sealed record StandingLine(
    PersonId Person, DateTimeOffset From, DateTimeOffset Until, Standing Standing, DateOnly Since, DateOnly? DueOn,
    DateOnly? LapsesOn, int PolicyVersion)
{
    /// <summary>From which events it followed when it began.</summary>
    public IReadOnlyList<AuditGround> Because { get; init; } = [];

    /// <summary>Two moments with the same standing have the same line, until it is said from when to when.</summary>
    public static StandingLine Of(PersonId person, StandingAnswer answer) => new(
        person, default, default, answer.Standing, answer.Since, answer.DueOn, answer.LapsesOn, answer.PolicyVersion);
}

/// <param name="EffectiveFrom">
/// Null for the defaults that ship with the product, as are author and reason.
/// </param>
internal sealed record PolicyLine(
    int Version, DateTimeOffset? EffectiveFrom, PersonId? Author, string? Reason, Policy Policy)
{
    public IReadOnlyList<AuditGround> Because { get; init; } = [];
}
