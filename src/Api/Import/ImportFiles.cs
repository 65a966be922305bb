using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Import;

/// <summary>The files of one import, each row read by itself.</summary>
public sealed class ImportFiles
{
    private ImportFiles()
    {
    }

    public IReadOnlyList<PanelRow> Panels { get; private init; } = [];
    public IReadOnlyList<TermRow> Terms { get; private init; } = [];
    public IReadOnlyList<ServiceRow> Services { get; private init; } = [];
    public IReadOnlyList<PersonRow> People { get; private init; } = [];
    public IReadOnlyList<ShiftRow> Rota { get; private init; } = [];
    public IReadOnlyList<SupervisionRow> Supervision { get; private init; } = [];

    /// <summary>Ids of bad rows: whatever names one of them is not bad for that.</summary>
    internal Doubtful Doubtful { get; private init; } = new();

    /// <summary>Rows found in each file, bad ones included, in the order of reading.</summary>
    internal List<(string File, int Rows)> Counts { get; } = [];

    internal Findings Findings { get; private init; } = new();

    /// <summary>Reads every file. Nothing is thrown for what a file may hold: each fault is a bad row.</summary>
    public static ImportFiles Parse(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var findings = new Findings();
        findings.Add(source);
        var counts = new List<(string, int)>();
        var doubtful = new Doubtful();
        var files = new ImportFiles
        {
            Findings = findings,
            Doubtful = doubtful,
            Panels = Read(ImportFileNames.Panels, ["panel", "kind"], PanelOf),
            Terms = Read(ImportFileNames.Terms, ["term", "start", "end"], TermOf),
            Services = Read(
                ImportFileNames.Services, ["service", "kind", "contact", "opens", "urgent"], ServiceOf),
            People = Read(ImportFileNames.People, PersonCells.Columns, PersonCells.Read),
            Rota = Read(ImportFileNames.Rota, ["panel", "starts", "ends", "person_id", "duty"], ShiftOf),
            Supervision = Read(
                ImportFileNames.Supervision,
                ["group", "session_date", "person_id", "attendance", "reason"],
                SupervisionOf),
        };
        files.Counts.AddRange(counts);
        return files;

        IReadOnlyList<T> Read<T>(string name, IReadOnlyList<string> columns, Func<Row, T> read)
            where T : ImportedRow
        {
            if (source.Files.FirstOrDefault(file => Is(file, name)) is not { } file) return [];
            var rows = CsvTable.Read(file, columns, findings);
            counts.Add((name, rows.Count));
            var meanings = rows.Select(row => (Row: row, Meaning: read(row))).ToList();
            foreach (var (_, meaning) in meanings.Where(pair => pair.Row.IsBad)) doubtful.Add(meaning);
            return [.. meanings.Where(pair => !pair.Row.IsBad).Select(pair => pair.Meaning)];
        }
    }

    private static bool Is(ImportFile file, string name) =>
        string.Equals(file.Name, name, StringComparison.OrdinalIgnoreCase);

    private static PanelRow PanelOf(Row row) =>
        new(row.Line, new PanelId(row.Id("panel")), row.Text("panel"), row.OneOf("kind", ImportWords.PanelKinds));

    private static TermRow TermOf(Row row)
    {
        var term = new TermRow(row.Line, row.Required("term"), row.Day("start"), row.Day("end"));
        if (!row.IsBad && term.Ends < term.Starts) row.Bad("end", "The term would end before it starts.");
        return term;
    }

    private static ServiceRow ServiceOf(Row row)
    {
        var (kind, inside) = row.OneOf("kind", ImportWords.ServiceKinds);
        var opens = row.Text("opens");
        var urgent = row.OneOf("urgent", ImportWords.YesOrNo);
        return new ServiceRow(row.Line, row.Id("service"), new ServiceEntry(
            row.Text("service"), kind, inside, row.Required("contact"), opens.Length == 0 ? null : opens, urgent));
    }

    private static ShiftRow ShiftOf(Row row)
    {
        var shift = new ShiftRow(
            row.Line,
            new PanelId(row.Id("panel")),
            row.LocalTime("starts"),
            row.LocalTime("ends"),
            new PersonId(row.Id("person_id")),
            row.OneOf("duty", ImportWords.Duties));
        if (row.IsBad) return shift;
        if (shift.Ends <= shift.Starts) row.Bad("ends", "The shift would end before it starts.");
        else if (shift.Ends - shift.Starts > PlanShift.Longest) row.Bad("ends", "A shift lasts a year at most.");
        return shift;
    }

    private static SupervisionRow SupervisionOf(Row row)
    {
        var attendance = row.OneOf("attendance", ImportWords.Attendances);
        var group = new GroupId(row.Id("group"));
        var day = row.Day("session_date");
        var ofSession = attendance is RegisterMark.Cancelled or RegisterMark.Planned;
        PersonId? person = ofSession || row.IsBad ? null : new PersonId(row.Id("person_id"));
        if (ofSession && row.Text("person_id").Length > 0)
            row.Bad("person_id", "A session cancelled or planned concerns the group; leave the person out.");
        var reason = row.Text("reason");
        return new SupervisionRow(row.Line, group, day, person, attendance, reason.Length == 0 ? null : reason);
    }
}

/// <summary>What the bad rows are about, so that one fault is reported once and not at every mention.</summary>
internal sealed class Doubtful
{
    public HashSet<PanelId> Panels { get; } = [];

    public HashSet<PersonId> People { get; } = [];

    public HashSet<GroupId> Groups { get; } = [];

    public void Add(ImportedRow row)
    {
        if (row is PanelRow panel) Panels.Add(panel.Panel);
        if (row is not PersonRow person) return;
        People.Add(person.Person);
        Groups.UnionWith(person.Groups);
    }
}
