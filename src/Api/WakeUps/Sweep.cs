using Safeguard.Api.CaseFiles;
using Safeguard.Api.Commands;
using Safeguard.Api.Escalations;
using Safeguard.Api.People;
using Safeguard.Api.Reading;
using Safeguard.Api.Referrals;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Referrals;
using Safeguard.EventStore;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.WakeUps;

/// <summary>
/// The net under the wake-ups: about once a minute, and at the start, it derives from the streams when each open
/// escalation and each rota must be woken, and puts right what differs. So a lost timer can delay and never drop. What
/// a person who has left still owns, because two commands crossed, goes to somebody else (R4).
/// </summary>
public sealed partial class Sweep(
    StreamMemory memory, WakeUpTable wakeUps, OpenItemRows items, EscalationRows queue, CaseFileRows files,
    ReferralRows referrals, InstitutionDirectory directory, InstitutionCommands commands, HeldItems held,
    TimeProvider clock,
    ILogger<Sweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private const int StreamsPerRead = 500;

    /// <summary>What it put right: an alarm for an escalation, a matter of course for a rota.</summary>
    public async Task<SweepReport> SweepAsync(CancellationToken cancel)
    {
        await directory.CatchUpAsync(cancel);
        var reassigned = await ReassignAsync(cancel);
        var pending = (await wakeUps.AllAsync(cancel)).ToDictionary(row => (row.Stream, row.Kind), row => row.DueAt);
        var escalations = 0;
        foreach (var expected in await EscalationsAsync(cancel))
        {
            if (!await RepairAsync(expected, pending, cancel)) continue;
            escalations++;
            LogRepaired(logger, expected.Stream);
        }

        var (known, now) = (directory.Snapshot, clock.GetUtcNow());
        var others = 0;
        IEnumerable<ExpectedWakeUp> derived =
            [.. await CaseFilesAsync(cancel), .. await ReferralsAsync(cancel), .. OfInstitution(known, now)];
        foreach (var expected in derived)
            if (await RepairAsync(expected, pending, cancel)) others++;
        foreach (var stream in await items.StreamsAsync(AccessKind.StreamType, cancel))
        {
            var expected = await AccessWakeUp.ExpectedAsync(memory, stream, cancel);
            if (await RepairAsync(expected, pending, cancel)) others++;
        }

        return new(escalations, others, reassigned);
    }

    private static IEnumerable<ExpectedWakeUp> OfInstitution(DirectorySnapshot known, DateTimeOffset now) =>
    [
        .. known.Institution.Rotas.Keys.Select(panel => ExpectedWakeUp.OfRota(known, panel, now)),
        .. known.Institution.Groups.Keys.Select(group => ExpectedWakeUp.OfGroup(known, group)),
        .. known.Institution.Supporters.Keys.Select(person => ExpectedWakeUp.OfSupporter(known, person, now)),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogStopped(logger, fault.GetType().Name);
            }

            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> RepairAsync(
        ExpectedWakeUp expected, Dictionary<(Guid, string), DateTimeOffset> pending, CancellationToken cancel)
    {
        var present = pending.TryGetValue((expected.Stream, expected.Kind), out var due) ? due : (DateTimeOffset?)null;
        var now = clock.GetUtcNow();
        return present != expected.DueAt && !(present <= now && expected.DueAt <= now)
            && await wakeUps.RepairAsync(expected.Stream, expected.Version, expected.Kind, expected.DueAt, cancel);
    }

    private Task<IReadOnlyList<ExpectedWakeUp>> EscalationsAsync(CancellationToken cancel) => OpenAsync(
        EscalationKind.Kind, memory => Escalation.NextWakeUp(memory.State),
        async page => (await queue.FindAsync(page, cancel)).ToDictionary(row => row.Id, row => row.Version), cancel);

    private Task<IReadOnlyList<ExpectedWakeUp>> CaseFilesAsync(CancellationToken cancel) => OpenAsync(
        CaseFileKind.Kind, memory => CaseFile.NextWakeUp(memory.State),
        async page => (await files.FindAsync(page, cancel)).ToDictionary(row => row.Id, row => row.Version), cancel);

    private Task<IReadOnlyList<ExpectedWakeUp>> ReferralsAsync(CancellationToken cancel) => OpenAsync(
        ReferralKind.Kind, memory => Referral.NextWakeUp(memory.State),
        async page => (await referrals.FindAsync(page, cancel)).ToDictionary(one => one.Row.Id, one => one.Row.Version),
        cancel);

    /// <summary>What every stream of a kind that has anything open must be woken for.</summary>
    /// <param name="versions">
    /// How far each stream is, by its row: what this process remembers may be behind another node's.
    /// </param>
    private async Task<IReadOnlyList<ExpectedWakeUp>> OpenAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, Func<TState, DateTimeOffset?> next,
        Func<Guid[], Task<Dictionary<Guid, long>>> versions, CancellationToken cancel)
        where TEvent : class
    {
        var expected = new List<ExpectedWakeUp>();
        foreach (var page in (await items.StreamsAsync(kind.Aggregate.StreamType, cancel)).Chunk(StreamsPerRead))
        {
            var known = await versions(page);
            foreach (var stream in page)
            {
                var loaded = await memory.LoadAsync(kind, stream, cancel);
                if (loaded.Version != known.GetValueOrDefault(stream))
                {
                    memory.Forget(stream);
                    loaded = await memory.LoadAsync(kind, stream, cancel);
                }

                expected.Add(new(stream, loaded.Version, kind.Aggregate.StreamType, next(loaded.State)));
            }
        }

        return expected;
    }

    private async Task<int> ReassignAsync(CancellationToken cancel)
    {
        var gone = directory.Present.People.Values.Where(person => person.LeftAt is not null).Select(person =>
            person.Id);
        var owners = (await items.OwnedByAnyAsync([.. gone], cancel)).Select(item => item.Owner).Distinct().ToList();
        foreach (var owner in owners)
        {
            var info = CommandInfo.ByTheProduct();
            await commands.RunAsync(nameof(ReassignEscalation), info, async change =>
            {
                await held.ReassignAsync(change.Transaction, owner, remaining: null);
                return null;
            });
            LogReassigned(logger, owner.Value);
        }

        return owners.Count;
    }

    [LoggerMessage(
        Level = LogLevel.Critical, Message = "The wake-up of escalation {Escalation} was wrong and has been put right")]
    private static partial void LogRepaired(ILogger logger, Guid escalation);

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "{Person} has left and still owned something open; it was reassigned")]
    private static partial void LogReassigned(ILogger logger, string person);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sweep stopped ({Fault}); it is tried again in a minute")]
    private static partial void LogStopped(ILogger logger, string fault);
}

/// <summary>What one sweep put right.</summary>
/// <param name="Owners">People who had left and still owned something.</param>
public sealed record SweepReport(int Escalations, int Rotas, int Owners);
