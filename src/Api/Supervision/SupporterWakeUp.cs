using Safeguard.Api.CaseFiles;
using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>Records that a supporter became overdue, lapsed or current again, and tells them of a lapse (R9).</summary>
public sealed class SupporterWakeUp(
    InstitutionCommands commands, InstitutionDirectory directory, WakeUpTable wakeUps, SupporterFiles files,
    TimeProvider clock)
    : InstitutionWakeUp(Supporter.StreamType, nameof(WakeSupporter), commands, directory, wakeUps)
{
    protected override IEnumerable<string> Slugs(Institution institution) =>
        institution.Supporters.Keys.Select(person => person.Value);

    protected override async Task<Rejection?> DecideAsync(InstitutionChange change, string slug)
    {
        var person = new PersonId(slug);
        var recorded = WakeSupporter.ToRecord(change.Supervision.FactsOf(person), change.Now);
        var rejection = await change.SupporterAsync(person, (_, _) => recorded);
        if (rejection is null && recorded.OfType<Lapsed>().Any(lapse => IsNews(lapse, change)))
            SupervisionNotice.TellOfLapse(change, person);
        if (rejection is null) await files.FollowAsync(change.Transaction, person, recorded);
        return rejection;
    }

    protected override ExpectedWakeUp Expected(DirectorySnapshot known, string slug) =>
        ExpectedWakeUp.OfSupporter(known, new PersonId(slug), clock.GetUtcNow());

    /// <summary>Whoever had lapsed before they were imported is known to the office that imports them.</summary>
    private static bool IsNews(Lapsed lapse, InstitutionChange change) =>
        change.Institution.SupporterOf(lapse.Supporter).KnownSince is not { } since
        || lapse.On > change.Supervision.Calendar.Day(since);
}
