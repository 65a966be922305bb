using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Import;

/// <summary>Whether the people of a file name panels, groups and trainers that there are.</summary>
internal static class PeopleCheck
{
    public static void Add(
        IReadOnlyList<PersonRow> rows, ImportFiles files, Institution institution, Findings findings)
    {
        var panels = KnownPanels(files, institution);
        var people = KnownPeople(files, institution);
        var groups = KnownGroups(files, institution);
        var supervisors = new Dictionary<GroupId, int>();
        foreach (var row in rows)
        {
            foreach (var panel in row.Panels.Where(panel => !panels.Contains(panel)))
                findings.Bad(row.File, row.Line, "panel", "There is no open panel of this name.", panel.Value);
            if (row.TrainedBy is { } trainer && !people.Contains(trainer))
                findings.Bad(row.File, row.Line, "trained_by", "There is nobody with this id.", trainer.Value);
            if (row.OwnGroup is { } own && !groups.Contains(own))
                findings.Bad(row.File, row.Line, "group", "Nobody supervises a group of this name.", own.Value);
            foreach (var group in row.SupervisedGroups.Where(group => !supervisors.TryAdd(group, row.Line)))
                findings.Bad(
                    row.File, row.Line, "group", $"Line {supervisors[group]} supervises this group.", group.Value);
        }
    }

    /// <summary>Open panels of the institution and of the file.</summary>
    public static HashSet<PanelId> KnownPanels(ImportFiles files, Institution institution)
    {
        var panels = institution.Panels.Select(panel => panel.Id).ToHashSet();
        panels.UnionWith(files.Panels.Select(row => row.Panel)
            .Where(panel => !institution.Programme.Panels.ContainsKey(panel)));
        panels.UnionWith(files.Doubtful.Panels);
        return panels;
    }

    public static HashSet<PersonId> KnownPeople(ImportFiles files, Institution institution) =>
        [.. institution.People.Keys, .. files.People.Select(row => row.Person), .. files.Doubtful.People];

    public static HashSet<GroupId> KnownGroups(ImportFiles files, Institution institution) =>
        [
        .. institution.Groups.Keys,
        .. files.People.SelectMany(row => row.SupervisedGroups),
        .. files.Doubtful.Groups,
    ];
}
