using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>Who came when, out of the registers of one group.</summary>
internal static class HeatMaps
{
    /// <summary>Sessions of one map: what a narrow phone has room for.</summary>
    public const int MostSessions = 8;

    /// <summary>Terms that are shown besides: a year.</summary>
    private const int MostTerms = 3;

    /// <summary>The latest sessions and the next one to come.</summary>
    public static IReadOnlyList<SupervisionSession> Latest(SupervisionGroup group, DateOnly today)
    {
        var held = group.ByDay.FindAll(session => session.Day <= today);
        var ahead = group.ByDay.FindAll(session => session.Day > today);
        var last = held.TakeLast(MostSessions - Math.Min(ahead.Count, 1)).ToList();
        return [.. last, .. ahead.Take(MostSessions - last.Count)];
    }

    public static HeatMapView Of(
        Institution institution, IReadOnlyList<PersonId> people, IReadOnlyList<SupervisionSession> sessions,
        DateOnly today) => new(
            [.. sessions.Select(session => session.Day)],
            [.. people.Select(person => new HeatRow(
                institution.PersonName(person),
                [.. sessions.Select(session => Mark(institution.SupporterOf(person), person, session, today))]))]);

    /// <summary>Sessions before those of the first map, by term, the latest term first.</summary>
    public static IReadOnlyList<(string Term, HeatMapView Heat)> ByTerm(
        Institution institution, IReadOnlyList<PersonId> people, IEnumerable<SupervisionSession> sessions,
        DateOnly today) =>
    [
        .. sessions.GroupBy(session => TermOf(institution, session.Day), StringComparer.Ordinal)
            .OrderByDescending(term => term.Max(session => session.Day))
            .SelectMany(term => term.Chunk(MostSessions)
                .Select(part => (term.Key, Of(institution, people, part, today))))
            .Take(MostTerms),
    ];

    /// <summary>What one session was for one person; a session made up elsewhere counts, and so it is shown.</summary>
    public static HeatMark Mark(Supporter supporter, PersonId person, SupervisionSession session, DateOnly today)
    {
        if (session.Cancelled) return HeatMark.Cancelled;
        if (session.Register is not { } register)
            return session.Day > today ? HeatMark.Planned : HeatMark.NotTaken;
        if (!register.TryGetValue(person, out var attendance)) return HeatMark.Elsewhere;
        var isGuest = supporter.Attendances.TryGetValue((session.Day, session.Id), out var record) && record.Guest;
        return attendance switch
        {
            Attendance.Attended => isGuest ? HeatMark.MadeUp : HeatMark.Attended,
            Attendance.MadeUp => HeatMark.MadeUp,
            Attendance.Excused => HeatMark.Excused,
            _ => HeatMark.Absent,
        };
    }

    private static string TermOf(Institution institution, DateOnly day) =>
        institution.Programme.Terms.Values.FirstOrDefault(term => term.Holds(day))?.Name ?? "Between terms";
}
