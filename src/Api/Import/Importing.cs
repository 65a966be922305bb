using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
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
            var institution = directory.Present;
            (var appends, report) = ImportPlan.For(files, institution, transaction.Now);
            if (!dryRun) await AddAsync(transaction, appends, institution, cancel);
            return null;
        });
        await directory.CatchUpAsync(cancel);
        return outcome is Done
            ? report!
            : throw new InvalidOperationException("Others kept changing what this import changes. Try again.");
    }

    private async Task AddAsync(
        Transaction transaction, IReadOnlyList<PlannedAppend> appends, Institution institution,
        CancellationToken cancel)
    {
        var after = institution;
        var policy = institution.PolicyAt(transaction.Now).Version;
        foreach (var append in appends)
        {
            var stream = StreamIds.For(append.StreamType, append.Slug);
            var events = append.Events.Select(planned => (planned.Event, new Stamp(
                transaction.Info.Caller.Person, transaction.Info.Role, transaction.Now,
                Projections.Events.Moments.Cut(planned.OccurredAt), policy))).ToList();
            await transaction.AddPlannedAsync(append.StreamType, stream, directory.VersionOf(stream), events, cancel);
            after = events.Aggregate(after, (known, happened) => known.Apply(happened.Event, happened.Item2));
        }

        foreach (var rota in appends.Where(append => append.StreamType == PanelRota.StreamType))
        {
            var panel = new PanelId(rota.Slug);
            var context = after.RotaContextFor(panel, Caller.System, transaction.Now);
            var due = WakeRota.NextWakeUp(after.Rotas[panel], context);
            transaction.Add(new WakeUp(StreamIds.For(PanelRota.StreamType, rota.Slug), PanelRota.StreamType, due));
        }
    }
}
