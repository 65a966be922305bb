using System.Globalization;

namespace Safeguard.Domain.Tests.Supervision.Model;

/// <summary>
/// Who in <c>tests/Data/wexcombe</c> stood where on a day, person by person: read from the programme office's files
/// with a reader of its own and concluded by the model, so that neither the import nor R9's code has a say in it.
/// </summary>
/// <remarks>
/// A supporter joined their group when they became active; a status other than active is read as holding on the day
/// that is asked about; what the office says of attendance needs no Coordinator.
/// </remarks>
public static class WexcombeStandings
{
    /// <summary>The supporters' ids as the product writes them, each with the product's name of the standing.</summary>
    public static IReadOnlyDictionary<string, string> On(DateOnly day, string directory) =>
        Models(directory, day).ToDictionary(
            supporter => supporter.Key, supporter => supporter.Value.On(day), StringComparer.Ordinal);

    /// <summary>One model for each supporter, for whoever wants to know more than the name of the standing.</summary>
    public static IReadOnlyDictionary<string, StandingModel> Models(string directory, DateOnly day) =>
        Facts(directory, day).ToDictionary(
            supporter => supporter.Key, supporter => new StandingModel(supporter.Value), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, ModelFacts> Facts(string directory, DateOnly day)
    {
        var terms = OfficeFile.Read(Path.Combine(directory, "terms.csv"))
            .Select(row => new ModelTerm(Day(row["start"]), Day(row["end"]))).ToList();
        var rows = OfficeFile.Read(Path.Combine(directory, "supervision.csv"));
        var sessions = rows.ToLookup(row => row["group"], SessionOf);
        var marks = rows.Where(row => row["person_id"].Length > 0)
            .ToLookup(row => Slug(row["person_id"]), AttendanceOf);
        return OfficeFile.Read(Path.Combine(directory, "people.csv"))
            .Where(row => string.Equals(row["role"], "supporter", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(row => Slug(row["person_id"]), FactsOf, StringComparer.Ordinal);

        ModelFacts FactsOf(IReadOnlyDictionary<string, string> row) => new()
        {
            Activated = Day(row["since"]),
            Terms = terms,
            Joined = row["group"].Length > 0 ? Day(row["since"]) : null,
            Sessions = [.. sessions[row["group"]].Distinct()],
            Attendance = [.. marks[Slug(row["person_id"])]],
            Spells = SpellOf(row["status"]) is { } spell ? [new ModelAway(spell, day)] : [],
        };
    }

    private static ModelSession SessionOf(IReadOnlyDictionary<string, string> row) =>
        new(Day(row["session_date"]), row["attendance"] == "cancelled");

    private static ModelAttendance AttendanceOf(IReadOnlyDictionary<string, string> row) => new(
        Day(row["session_date"]),
        row["attendance"] switch
        {
            "attended" or "made_up" => ModelMark.Attended,
            "excused" => ModelMark.Excused,
            _ => ModelMark.Unexplained,
        },
        FromOffice: true);

    private static ModelSpell? SpellOf(string status) => status switch
    {
        "on_leave" => ModelSpell.OnLeave,
        "stood_down" => ModelSpell.StoodDown,
        "suspended" => ModelSpell.Suspended,
        "left" => ModelSpell.Left,
        _ => null,
    };

    private static string Slug(string id) => id.ToLowerInvariant();

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture);
}
