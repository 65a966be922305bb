using System.Collections.Concurrent;
using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>Records that a supporter became overdue, lapsed or current again, and tells them of a lapse (R9).</summary>
public sealed class SupporterWakeUp(
    InstitutionCommands commands, InstitutionDirectory directory, WakeUpTable wakeUps, TimeProvider clock)
    : IWakeUpHandler
{
    private readonly ConcurrentDictionary<Guid, PersonId> _people = new();

    public string Kind => Supporter.StreamType;

    public async Task WakeAsync(Guid stream)
    {
        var person = await PersonAsync(stream);
        var info = new CommandInfo(Guid.CreateVersion7(), Caller.System, null);
        var outcome = await commands.RunAsync(nameof(WakeSupporter), info, async change =>
        {
            var recorded = WakeSupporter.ToRecord(change.Supervision.FactsOf(person), change.Now);
            var rejection = await change.SupporterAsync(person, (_, _) => recorded);
            if (rejection is null && recorded.OfType<Lapsed>().Any(lapse => IsNews(lapse, change)))
                SupervisionNotice.TellOfLapse(change, person);
            return rejection;
        });
        if (outcome is Stale) throw new InvalidOperationException("Others kept changing what this standing rests on.");
        if (outcome is Done { Changed: false }) await MoveOnAsync(person);
    }

    /// <summary>Whoever had lapsed before they were imported is known to the office that imports them.</summary>
    private static bool IsNews(Lapsed lapse, InstitutionChange change) =>
        change.Institution.SupporterOf(lapse.Supporter).KnownSince is not { } since
        || lapse.On > change.Supervision.Calendar.Day(since);

    private async Task<PersonId> PersonAsync(Guid stream)
    {
        if (_people.TryGetValue(stream, out var known)) return known;
        if (directory.VersionOf(stream) == 0) await directory.CatchUpAsync(CancellationToken.None);
        foreach (var person in directory.Present.Supporters.Keys)
            _people[StreamIds.For(Supporter.StreamType, person.Value)] = person;
        return _people[stream];
    }

    /// <summary>Nothing was to be said: what it rests on changed since. The row waits for the next moment.</summary>
    private async Task MoveOnAsync(PersonId person)
    {
        var expected = ExpectedWakeUp.OfSupporter(directory.Snapshot, person, clock.GetUtcNow());
        await wakeUps.RepairAsync(
            expected.Stream, expected.Version, expected.Kind, expected.DueAt, CancellationToken.None);
    }
}
