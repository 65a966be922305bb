using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.EventStore;

namespace Safeguard.Api.Import;

/// <summary>Shifts of the rota, compared by panel, duty and start with those that there are.</summary>
internal sealed class RotaPlan
{
    private readonly Institution _institution;
    private readonly InstitutionCalendar _calendar;
    private readonly PlannedStreams _streams;
    private readonly Findings _findings;
    private readonly Doubtful _doubtful;
    private readonly HashSet<(PanelId, PersonId)> _willServe;

    private RotaPlan(
        ImportFiles files,
        Institution institution,
        InstitutionCalendar calendar,
        PlannedStreams streams,
        Findings findings)
    {
        _institution = institution;
        _calendar = calendar;
        _streams = streams;
        _findings = findings;
        _doubtful = files.Doubtful;
        _willServe = [.. files.People.Where(row => row.Is(Role.SeniorMember) && row.Status != PersonStatus.Left)
            .SelectMany(row => row.Panels.Select(panel => (panel, row.Person)))];
    }

    public static void Add(
        ImportFiles files,
        Institution institution,
        InstitutionCalendar calendar,
        PlannedStreams streams,
        Findings findings)
    {
        var plan = new RotaPlan(files, institution, calendar, streams, findings);
        var panels = PeopleCheck.KnownPanels(files, institution);
        var people = PeopleCheck.KnownPeople(files, institution);
        foreach (var row in WithoutOverlaps(files.Rota, findings))
        {
            var (panelKnown, personKnown) = (panels.Contains(row.Panel), people.Contains(row.Person));
            if (!panelKnown)
                findings.Bad(row.File, row.Line, "panel", "There is no open panel of this name.", row.Panel.Value);
            if (!personKnown)
                findings.Bad(row.File, row.Line, "person_id", "There is nobody with this id.", row.Person.Value);
            if (panelKnown && personKnown) plan.Shift(row);
        }
    }

    /// <summary>Shifts of one duty may meet and not overlap, in local time as they were written (R12).</summary>
    private static List<ShiftRow> WithoutOverlaps(IReadOnlyList<ShiftRow> rows, Findings findings)
    {
        var clear = new List<ShiftRow>();
        foreach (var line in rows.GroupBy(row => (row.Panel, row.Duty)))
        {
            ShiftRow? before = null;
            foreach (var row in line.OrderBy(row => row.Starts).ThenBy(row => row.Line))
            {
                if (before is not null && row.Starts < before.Ends)
                    findings.Bad(row.File, row.Line, "starts", $"Line {before.Line} has this duty at that time.");
                else clear.Add(row);
                if (before is null || row.Ends > before.Ends) before = row;
            }
        }

        return [.. clear.OrderBy(row => row.Line)];
    }

    private void Shift(ShiftRow row)
    {
        var (starts, ends) = (_calendar.Start(row.Starts), _calendar.End(row.Ends));
        var rota = _institution.Rotas.GetValueOrDefault(row.Panel, PanelRota.Unplanned);
        var id = StreamIds.For("shift", $"{row.Panel}/{row.Duty}/{starts:yyyyMMddTHHmm}/{row.Person}");
        if (rota.Removed.Contains(id))
            Remark(row, "This shift has been taken off the rota since, and stays off.");
        else if (rota.At(row.Duty, starts) is { } known && known.Starts == starts) Known(row, known, ends);
        else if (rota.Overlapping(row.Duty, starts, ends, _calendar) is not null)
            _findings.Bad(row.File, row.Line, "starts", "Another shift of this duty is planned at that time.");
        else if (MayServe(row, over: ends <= _streams.Now))
            Add(row, new ShiftPlanned(row.Panel, id, row.Duty, row.Person, starts, ends), starts);
        else NotSeniorMember(row);
    }

    /// <summary>Another person for a shift to come is cover, once; other changes are for the rota's own page.</summary>
    private void Known(ShiftRow row, Shift known, DateTimeOffset ends)
    {
        if (known.Ends != ends) Remark(row, "This shift is planned with another end, which stays.");
        if (known.Planned == row.Person || known.Covers.Exists(cover => cover.Person == row.Person)) return;
        if (known.Ends <= _streams.Now) Remark(row, "This shift is over; who was planned for it stays on record.");
        else if (!MayServe(row, over: false))
            NotSeniorMember(row);
        else
            foreach (var cover in known.CoverBy(row.Panel, row.Person, known.Left(_streams.Now), known.Ends))
                Add(row, cover, occurredAt: null);
    }

    /// <summary>A shift that is over was served by whoever could serve then.</summary>
    private bool MayServe(ShiftRow row, bool over)
    {
        if (_institution.CanServe(row.Panel).Contains(row.Person) || _doubtful.People.Contains(row.Person)) return true;
        var known = _institution.People.GetValueOrDefault(row.Person, Person.Unknown);
        var held = known.EverHeld.Contains(new RoleGrant(Role.SeniorMember, row.Panel));
        return held ? over : _willServe.Contains((row.Panel, row.Person));
    }

    private void NotSeniorMember(ShiftRow row) => _findings.Bad(
        row.File, row.Line, "person_id", "This is not a Senior Member of the panel.", row.Person.Value);

    private void Remark(ShiftRow row, string what) => _findings.Remark(row.File, row.Line, what);

    private void Add(ShiftRow row, RotaEvent happened, DateTimeOffset? occurredAt) =>
        _streams.Add(PanelRota.StreamType, row.Panel.Value, happened, occurredAt);
}
