using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Import;

/// <summary>
/// Checks the registers against people and groups. They are not imported yet: the report says so, and the file can be
/// imported again by a version that keeps supervision.
/// </summary>
internal static class SupervisionCheck
{
    public static void Add(ImportFiles files, Institution institution, Findings findings)
    {
        if (files.Supervision.Count == 0) return;
        var people = PeopleCheck.KnownPeople(files, institution);
        var groups = PeopleCheck.KnownGroups(files, institution);
        var first = new Dictionary<(string Group, DateOnly Day, string? Person), int>();
        foreach (var row in files.Supervision)
        {
            if (!groups.Contains(row.Group))
                findings.Bad(row.File, row.Line, "group", "Nobody supervises a group of this name.", row.Group.Value);
            if (row.Person is { } person && !people.Contains(person))
                findings.Bad(row.File, row.Line, "person_id", "There is nobody with this id.", person.Value);
            var key = (row.Group.Value, row.Day, row.Person?.Value);
            if (!first.TryAdd(key, row.Line))
                findings.Bad(row.File, row.Line, null, $"Line {first[key]} is about the same session and person.");
        }

        findings.Remark(
            ImportFileNames.Supervision,
            0,
            "The registers were checked and are not imported yet: this version does not keep supervision. "
            + "Keep the file and import it again after the next upgrade.");
    }
}
