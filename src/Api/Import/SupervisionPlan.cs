using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;

namespace Safeguard.Api.Import;

/// <summary>
/// The registers: each row becomes the fact it means, at its own date. A session's rows are one register, of the group
/// and of everybody in it. A register that is on record already stays as it is.
/// </summary>
internal sealed class SupervisionPlan(
    Institution institution, InstitutionCalendar calendar, PlannedStreams streams, Findings findings)
{
    public static void Add(
        ImportFiles files, Institution institution, InstitutionCalendar calendar, PlannedStreams streams,
        Findings findings)
    {
        var rows = SupervisionCheck.Usable(files, institution, calendar.Day(streams.Now), findings);
        var plan = new SupervisionPlan(institution, calendar, streams, findings);
        foreach (var session in rows.GroupBy(row => (row.Group, row.Day)).OrderBy(session => session.Key.Day))
            plan.AddSession(session.Key.Group, session.Key.Day, [.. session]);
    }

    private void AddSession(GroupId group, DateOnly day, IReadOnlyList<SupervisionRow> rows)
    {
        var known = institution.GroupOf(group).ByDay.Find(session => session.Day == day && !session.Cancelled)
            ?? institution.GroupOf(group).Sessions.GetValueOrDefault(SessionId(group, day));
        var session = known ?? new SupervisionSession(SessionId(group, day), group, day, StartsAt: null);
        if (known is null) Add(new SessionScheduled(group, session.Id, day, StartsAt: null), day);
        if (rows.FirstOrDefault(row => row.Mark == RegisterMark.Cancelled) is { } cancelled) Cancel(session, cancelled);
        var lines = rows.Where(row => row.Person is not null).ToList();
        if (lines.Count > 0) TakeRegister(session, lines);
    }

    private void Cancel(SupervisionSession session, SupervisionRow row)
    {
        if (session.Cancelled) return;
        if (session.Register is not null)
            Remark(row, "This session was held by the register on record, and stays so.");
        else Add(new SessionCancelled(session.Group, session.Id, Confidential.From(row.Reason)), session.Day);
    }

    private void TakeRegister(SupervisionSession session, List<SupervisionRow> lines)
    {
        if (session.Cancelled)
        {
            Remark(lines[0], "This session is cancelled on record, and stays so.");
            return;
        }

        var entries = lines.Select(line => new RegisterEntry(line.Person!.Value, AttendanceOf(line.Mark))).ToList();
        if (session.Register is { } taken)
        {
            if (!entries.TrueForAll(entry => taken.Contains(new(entry.Person, entry.Attendance))))
                Remark(lines[0], "The register of this session reads otherwise on record, and stays so.");
            return;
        }

        Add(new RegisterTaken(session.Group, session.Id, session.Day, entries), session.Day);
        foreach (var line in lines)
            streams.Add(Supporter.StreamType, line.Person!.Value.Value, EventOf(session, line), At(session.Day));
    }

    private static SupporterEvent EventOf(SupervisionSession session, SupervisionRow line)
    {
        var (person, reason) = (line.Person!.Value, Confidential.From(line.Reason));
        return line.Mark switch
        {
            RegisterMark.Attended => new SupervisionAttended(
                person, session.Group, session.Id, session.Day, ConfirmedByOffice: true),
            RegisterMark.MadeUp => new SupervisionMadeUp(
                person, session.Group, session.Id, session.Day, ConfirmedByOffice: true),
            _ => new SupervisionMissed(
                person, session.Group, session.Id, session.Day, AttendanceOf(line.Mark), reason),
        };
    }

    /// <summary>A <c>made_up</c> row stands in the register where it was made up, so it counts there.</summary>
    private static Attendance AttendanceOf(RegisterMark mark) => mark switch
    {
        RegisterMark.Attended or RegisterMark.MadeUp => Attendance.Attended,
        RegisterMark.Excused => Attendance.Excused,
        _ => Attendance.Absent,
    };

    /// <summary>The same session has the same id in every import.</summary>
    private static Guid SessionId(GroupId group, DateOnly day) => StreamIds.For("session", $"{group}/{day:yyyy-MM-dd}");

    private DateTimeOffset At(DateOnly day) => calendar.Start(day);

    private void Add(SupervisionGroupEvent happened, DateOnly day) =>
        streams.Add(SupervisionGroup.StreamType, happened.Group.Value, happened, At(day));

    private void Remark(SupervisionRow row, string what) => findings.Remark(row.File, row.Line, what);
}
