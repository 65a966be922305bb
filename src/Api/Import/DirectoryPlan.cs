using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Import;

/// <summary>Panels, terms and services: the programme's own stream.</summary>
internal static class DirectoryPlan
{
    public static void Add(ImportFiles files, Institution institution, PlannedStreams streams, Findings findings)
    {
        if (!institution.Programme.Started) Add(new ProgrammeStarted(Programme.Listening, ProgrammeKind.Listening));
        foreach (var row in Unique.By(files.Panels, row => row.Panel.Value, "panel", findings))
            if (Panel(row, institution, findings) is { } happened) Add(happened);
        foreach (var row in Unique.By(files.Terms, row => row.Term, "term", findings))
            if (Term(row, files, institution, findings) is { } happened) Add(happened);
        foreach (var row in Unique.By(files.Services, row => row.Service, "service", findings))
            if (Service(row, institution, findings) is { } happened) Add(happened);
        return;

        void Add(ProgrammeEvent happened) => streams.Add(Programme.StreamType, Programme.Listening, happened);
    }

    private static PanelFormed? Panel(PanelRow row, Institution institution, Findings findings)
    {
        if (!institution.Programme.Panels.TryGetValue(row.Panel, out var known))
            return new PanelFormed(row.Panel, row.Name, row.Kind);
        if (known.Closed) findings.Remark(row.File, row.Line, "This panel has been closed since; it stays closed.");
        else if (known != new Panel(row.Panel, row.Name, row.Kind, Closed: false))
            findings.Remark(row.File, row.Line, "This panel is known by another name or kind, which stays.");
        return null;
    }

    private static TermDatesSet? Term(TermRow row, ImportFiles files, Institution institution, Findings findings)
    {
        var term = new Term(row.Term, row.Starts, row.Ends);
        var others = institution.Programme.Terms
            .RemoveRange(files.Terms.Select(other => other.Term)).Values
            .Concat(files.Terms.TakeWhile(other => other.Line < row.Line)
                .Where(other => !string.Equals(other.Term, row.Term, StringComparison.Ordinal))
                .Select(other => new Term(other.Term, other.Starts, other.Ends)));
        if (others.Any(term.Overlaps))
        {
            findings.Bad(row.File, row.Line, "start", "Another term has some of these days.");
            return null;
        }

        return institution.Programme.Terms.GetValueOrDefault(row.Term) == term
            ? null
            : new TermDatesSet(row.Term, row.Starts, row.Ends);
    }

    private static ProgrammeEvent? Service(ServiceRow row, Institution institution, Findings findings)
    {
        if (!institution.Programme.Services.TryGetValue(row.Service, out var known))
            return new ServiceListed(row.Service, row.Entry);
        if (!known.Withdrawn)
            return known.Entry == row.Entry ? null : new ServiceChanged(row.Service, row.Entry);
        findings.Remark(row.File, row.Line, "This service has been withdrawn since; it stays withdrawn.");
        return null;
    }
}

/// <summary>Keeps the first row of each id and reports the others.</summary>
internal static class Unique
{
    public static IReadOnlyList<T> By<T>(IReadOnlyList<T> rows, Func<T, string> id, string column, Findings findings)
        where T : ImportedRow
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var unique = new List<T>();
        foreach (var row in rows)
        {
            if (first.TryAdd(id(row), row.Line)) unique.Add(row);
            else findings.Bad(row.File, row.Line, column, $"Line {first[id(row)]} has this already.", id(row));
        }

        return unique;
    }
}
