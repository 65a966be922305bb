using Safeguard.Domain;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Calendar;

/// <summary>One thing in somebody's calendar: that it is, and when. Never who else, and never what about.</summary>
/// <param name="Id">The same for as long as it is the same session or duty, moved or not.</param>
/// <param name="Sequence">Grows with every change, so that a calendar knows the later word.</param>
public sealed record CalendarEntry(string Id, string What, long Sequence)
{
    /// <summary>Past weeks that stay, so that what was just cancelled or moved is still put right.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(28);

    private static readonly TimeSpan Ahead = TimeSpan.FromDays(366);

    /// <summary>A session's length is not on record; an hour and a half keeps the evening free.</summary>
    private static readonly TimeSpan SessionLasts = TimeSpan.FromMinutes(90);

    /// <summary>Null for the whole of <see cref="Day"/>: the hour is not known.</summary>
    public (DateTimeOffset From, DateTimeOffset To)? Between { get; private init; }
    public DateOnly Day { get; private init; }
    public bool Cancelled { get; private init; }

    /// <summary>The sessions of the groups that somebody is in or supervises, and their duties; by time.</summary>
    public static IReadOnlyList<CalendarEntry> Of(DirectorySnapshot known, PersonId person, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(known);
        var institution = known.Institution;
        return
        [
            .. institution.Groups.Values
                .Where(group => group.Members.Contains(person) || group.Supervisor == person)
                .SelectMany(group => SessionsOf(known, group, now)).Concat(DutiesOf(known, person, now))
                .OrderBy(entry => entry.Day).ThenBy(entry => entry.Between?.From).ThenBy(
                    entry => entry.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<CalendarEntry> SessionsOf(
        DirectorySnapshot known, SupervisionGroup group, DateTimeOffset now)
    {
        var calendar = known.Institution.CalendarAt(now);
        var (first, last) = (calendar.Day(now - Back), calendar.Day(now + Ahead));
        var sequence = known.VersionOf(StreamIds.For(SupervisionGroup.StreamType, group.Id.Value));
        foreach (var session in group.ByDay.Where(session => session.Day >= first && session.Day <= last))
        {
            var starts = session.StartsAt is { } hour
                ? calendar.Start(session.Day.ToDateTime(hour)) : (DateTimeOffset?)null;
            yield return new(
                session.Id.ToString(), session.Cancelled ? "Supervision (cancelled)" : "Supervision", sequence)
            {
                Day = session.Day,
                Between = starts is { } from ? (from, from + SessionLasts) : null,
                Cancelled = session.Cancelled,
            };
        }
    }

    private static IEnumerable<CalendarEntry> DutiesOf(
        DirectorySnapshot known, PersonId person, DateTimeOffset now)
    {
        var (institution, calendar) = (known.Institution, known.Institution.CalendarAt(now));
        foreach (var panel in institution.Rotas.Keys.Where(panel => institution.CanServe(panel).Contains(person)))
        {
            var sequence = known.VersionOf(StreamIds.For(PanelRota.StreamType, panel.Value));
            foreach (var shift in institution.Shifts(panel, now - Back, now + Ahead))
            {
                var part = 0;
                foreach (var stretch in shift.Stretches().Where(stretch => stretch.Person == person))
                {
                    yield return new(
                        $"{shift.Id}-{part++}", shift.Duty == Duty.First ? "On duty" : "On duty as Deputy", sequence)
                    {
                        Day = calendar.Day(stretch.Starts),
                        Between = (stretch.Starts, stretch.Ends),
                    };
                }
            }
        }
    }
}
