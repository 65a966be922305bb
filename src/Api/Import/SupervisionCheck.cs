using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Import;

/// <summary>Whether the rows of the registers fit the people and groups that there are, and each other.</summary>
internal static class SupervisionCheck
{
    /// <summary>Rows that fit; each of the others is reported.</summary>
    public static IReadOnlyList<SupervisionRow> Usable(
        ImportFiles files, Institution institution, DateOnly today, Findings findings)
    {
        var supporters = Supporters(files, institution);
        var groups = PeopleCheck.KnownGroups(files, institution);
        var cancelled = files.Supervision.Where(row => row.Mark == RegisterMark.Cancelled)
            .DistinctBy(row => (row.Group, row.Day)).ToDictionary(row => (row.Group, row.Day), row => row.Line);
        var first = new Dictionary<(GroupId Group, DateOnly Day, PersonId? Person), int>();
        var usable = new List<SupervisionRow>();
        foreach (var row in files.Supervision)
        {
            var before = findings.BadCount;
            if (!groups.Contains(row.Group))
                Bad(row, "group", "Nobody supervises a group of this name.", row.Group.Value);
            if (row.Person is { } person && !supporters.Contains(person))
                Bad(row, "person_id", "There is no supporter with this id.", person.Value);
            if (!first.TryAdd((row.Group, row.Day, row.Person), row.Line))
                Bad(row, null, $"Line {first[(row.Group, row.Day, row.Person)]} is about the same session and person.");
            if (row.Person is not null && cancelled.TryGetValue((row.Group, row.Day), out var line))
                Bad(row, "attendance", $"Line {line} says that this session was cancelled.");
            if (findings.BadCount == before) usable.Add(row.Day > today ? row.AsPlanned() : row);
        }

        foreach (var early in files.Supervision.Where(row => row.Person is not null && row.Day > today)
            .DistinctBy(row => (row.Group, row.Day)))
            findings.Remark(
                early.File, early.Line, "This session lies ahead, so it is planned and has no register yet.");
        return usable;

        void Bad(SupervisionRow row, string? column, string why, string? value = null) =>
            findings.Bad(row.File, row.Line, column, why, value);
    }

    /// <summary>
    /// Supporters and trainees of the institution and of the file; those of bad rows are not bad for that.
    /// </summary>
    private static HashSet<PersonId> Supporters(ImportFiles files, Institution institution) =>
    [
        .. institution.Supporters.Keys,
        .. files.People.Where(row => row.Is(Role.Supporter) || row.Is(Role.Trainee)).Select(row => row.Person),
        .. files.Doubtful.People,
    ];
}
