using System.Diagnostics;
using System.Diagnostics.Metrics;
using Safeguard.Domain;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Commands;

/// <summary>
/// Runs a command to its end: decide on what is known, append with the versions it rested on, and where somebody was
/// faster decide again on the present state. Nothing to append is success, so a lost answer is safe to repeat.
/// </summary>
public sealed class CommandRunner(
    IEventLog log, StreamMemory memory, SubjectKeys keys, InstitutionDirectory directory, TimeProvider clock)
{
    /// <summary>
    /// Clashes tolerated before the command is given back as stale: far more than 64 writers ever caused.
    /// </summary>
    private const int MaxAttempts = 100;

    /// <summary>The name of this product's own traces and metrics.</summary>
    public const string Telemetry = "Safeguard.Commands";

    private static readonly ActivitySource Traces = new(Telemetry);
    private static readonly Meter Metrics = new(Telemetry);
    private static readonly Counter<long> Handled = Metrics.CreateCounter<long>(
        "safeguard.commands", "{command}", "Commands handled, by name and outcome.");

    /// <param name="name">The command's name, for traces and metrics only.</param>
    /// <param name="decide">Loads, decides and applies; gives back the refusal that ended it, or null.</param>
    public async Task<Outcome> RunAsync(string name, CommandInfo info, Func<Transaction, Task<Rejection?>> decide)
    {
        using var trace = Traces.StartActivity(name);
        var outcome = await AttemptAsync(info, decide);
        Handled.Add(1, new("command", name), new("outcome", outcome.GetType().Name));
        trace?.SetTag("outcome", outcome.GetType().Name);
        return outcome;
    }

    private async Task<Outcome> AttemptAsync(CommandInfo info, Func<Transaction, Task<Rejection?>> decide)
    {
        var present = 0L;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var transaction = new Transaction(info, Moments.Cut(clock.GetUtcNow()), memory, keys);
            var rejection = await decide(transaction);
            var isStale = info.IfMatch is { } asked && asked != transaction.LoadedVersion;
            if (rejection is { Kind: RejectionKind.RoleMayNot or RejectionKind.NotThere }) return new Rejected(
                rejection);
            if (isStale && (rejection is not null || !transaction.IsEmpty))
                return new Stale(info.IfMatch!.Value, transaction.LoadedVersion);
            if (rejection is not null)
            {
                // The first answer may have been lost: what this very command did must not read as a refusal.
                return await log.WasHandledAsync(info.Id, CancellationToken.None)
                    ? new Done(transaction.LoadedVersion, false)
                    : new Rejected(rejection);
            }

            if (transaction.IsEmpty) return new Done(transaction.Version, false);
            var append = transaction.Build();
            switch (await log.AppendAsync(append))
            {
                case Appended:
                    transaction.Committed();
                    return new Done(transaction.Version, true);
                case AlreadyHandled:
                    transaction.Forget();
                    return new Done(await transaction.PresentVersionAsync(), false);
                case VersionClash clash:
                    present = clash.Actual;
                    transaction.Forget();
                    memory.Forget(clash.Stream);
                    // A raise rests on no other stream, so it never waits for a directory that cannot go on (R1).
                    if (!transaction.IsRemembered(clash.Stream)) await directory.CatchUpAsync(CancellationToken.None);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return new Stale(0, present);
    }
}
