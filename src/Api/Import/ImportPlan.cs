using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Import;

/// <summary>
/// What an import would append, decided against the institution as it is: a pure function, so that a dry run and the
/// import itself say the same. It only ever adds what has never been so. Whatever somebody has ended, revoked, removed
/// or changed since an earlier import stays as it is, with a remark; so the same files twice change nothing, and an
/// old file undoes nobody's decision. For term dates, services and personal details the file's word is the last.
/// Nothing is taken away because a row is gone from a file.
/// </summary>
public static class ImportPlan
{
    /// <summary>Plans the import; with a single bad row nothing is appended and the report names every one.</summary>
    public static (IReadOnlyList<PlannedAppend> Appends, ImportReport Report) For(
        ImportFiles files, Institution institution, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(institution);
        var findings = files.Findings.Copy();
        var streams = new PlannedStreams(now);
        var policy = institution.PolicyAt(now);
        var calendar = InstitutionCalendar.Of(policy);
        DirectoryPlan.Add(files, institution, streams, findings);
        PeoplePlan.Add(files, institution, calendar, streams, findings);
        RotaPlan.Add(files, institution, calendar, streams, findings);
        SupervisionPlan.Add(files, institution, calendar, streams, findings);
        var appends = findings.BadCount > 0 ? [] : streams.All;
        return (appends, ImportReport.Of(files, findings, appends));
    }
}
