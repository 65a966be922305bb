using Safeguard.Api.Commands;
using Safeguard.Api.Supervision;
using Safeguard.Domain;
using Safeguard.Domain.Rota;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Import;

/// <summary>
/// Carries out an import as one command: all of its events are committed together or none is. A dry run plans the same
/// and commits nothing.
/// </summary>
public sealed class Importing(CommandRunner runner, InstitutionDirectory directory)
{
    public async Task<ImportReport> RunAsync(ImportSource source, Caller by, bool dryRun, CancellationToken cancel)
    {
        var files = ImportFiles.Parse(source);
        ImportReport? report = null;
        var info = new CommandInfo(Guid.CreateVersion7(), by, by.Roles.Count == 0 ? null : by.Roles[0].Role);
        var outcome = await runner.RunAsync("Import", info, async transaction =>
        {
            // Planned anew on every attempt: somebody else may have been at work since.
            var known = directory.Snapshot;
            (var appends, report) = ImportPlan.For(files, known.Institution, transaction.Now);
            if (!dryRun) await AddAsync(transaction, appends, known, cancel);
            return null;
        });
        await directory.CatchUpAsync(cancel);
        return outcome is Done
            ? report!
            : throw new InvalidOperationException("Others kept changing what this import changes. Try again.");
    }

    private static async Task AddAsync(
        Transaction transaction, IReadOnlyList<PlannedAppend> appends, DirectorySnapshot known,
        CancellationToken cancel)
    {
        var after = known.Institution;
        var touched = new SupervisionTouched();
        var policy = after.PolicyAt(transaction.Now).Version;
        foreach (var append in appends)
        {
            var stream = StreamIds.For(append.StreamType, append.Slug);
            var events = append.Events.Select(planned => (planned.Event, new Stamp(
                transaction.Info.Caller.Person, transaction.Info.Role, transaction.Now,
                Projections.Events.Moments.Cut(planned.OccurredAt), policy))).ToList();
            await transaction.AddPlannedAsync(append.StreamType, stream, known.VersionOf(stream), events, cancel);
            foreach (var (happened, stamp) in events)
            {
                touched.Add(happened);
                after = after.Apply(happened, stamp);
            }
        }

        if (appends.Count > 0) touched.Write(transaction, known, after);

        foreach (var rota in appends.Where(append => append.StreamType == PanelRota.StreamType))
        {
            var panel = new PanelId(rota.Slug);
            var context = after.RotaContextFor(panel, Caller.System, transaction.Now);
            var due = WakeRota.NextWakeUp(after.Rotas[panel], context);
            transaction.Add(new WakeUp(StreamIds.For(PanelRota.StreamType, rota.Slug), PanelRota.StreamType, due));
        }
    }
}
