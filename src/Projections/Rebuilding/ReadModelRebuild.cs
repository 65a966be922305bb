using System.Diagnostics;
using Npgsql;
using Safeguard.EventStore;

namespace Safeguard.Projections.Rebuilding;

/// <summary>Another rebuild is under way: there is one at a time.</summary>
public sealed class RebuildUnderWayException()
    : Exception("Another rebuild is under way. Let it finish, then run this again.");

/// <summary>The live table was in use at every attempt to take its place; nothing was changed.</summary>
public sealed class RebuildNotSwappedException()
    : Exception("A read model was in use without a pause, so nothing was swapped. Run this again in a quieter hour.");

/// <param name="Events">Events that were worked in.</param>
/// <param name="Took">From the first to the last of them, without the swap.</param>
/// <param name="WritersWaited">How long the swap held up those who write.</param>
public sealed record RebuildReport(
    IReadOnlyList<string> ReadModels, long Events, TimeSpan Took, TimeSpan WritersWaited);

/// <summary>
/// Makes read models anew from the log alone, each in a table beside the live one, while everybody reads and writes.
/// When they have caught up, all of them take the live ones' places in one transaction under the log's lock: writers
/// wait for what was appended meanwhile to be worked in, and readers see the old or the new and never a part.
/// </summary>
public sealed class ReadModelRebuild(InstitutionDatabase database, IEnumerable<IRebuilt> sources)
{
    /// <summary>Events left that are worked in while writers wait; with more, it catches up once more before.</summary>
    private const int FewLeft = 100;

    /// <summary>Rounds of catching up before it is swapped whatever is left: writers may be faster.</summary>
    private const int Rounds = 20;

    /// <summary>How often it asks for the tables, and for how long each time: so long others wait behind it.</summary>
    private const int Attempts = 50;
    private const int LockMilliseconds = 200;

    /// <summary>A rebuild that freezes in the middle of a swap holds up those who write for no longer.</summary>
    private const int FrozenSeconds = 5;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(200);

    private readonly List<IRebuilt> _sources = [.. sources];

    /// <summary>Every read model that there is, by name.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. _sources.SelectMany(source => source.Tables).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <param name="names">Of <see cref="Names"/>.</param>
    /// <param name="progress">Events worked in, of so many.</param>
    /// <exception cref="RebuildUnderWayException">There is one at a time.</exception>
    /// <exception cref="RebuildNotSwappedException">Nothing was changed.</exception>
    public async Task<RebuildReport> RunAsync(
        IReadOnlyCollection<string> names, Action<long, long>? progress, CancellationToken cancel)
    {
        await using var owner = database.Options.AsOwner("safeguard rebuild");
        await owner.OpenAsync(cancel);
        await using var take = new NpgsqlCommand(
            "select pg_try_advisory_lock(hashtext('safeguard rebuild'), hashtext(current_schema()))", owner);
        if (await take.ExecuteScalarAsync(cancel) is not true) throw new RebuildUnderWayException();
        var tables = names.Select(name => new TableBeside(name, database.Options.ServerRole)).ToList();
        foreach (var table in tables) await table.CreateAsync(owner, cancel);
        try
        {
            return await RunAsync(new(tables, database.Options, progress), owner, cancel);
        }
        catch
        {
            foreach (var table in tables) await table.DropAsync(owner, CancellationToken.None);
            throw;
        }
    }

    private async Task<RebuildReport> RunAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var asked = _sources.Where(source => source.Tables.Any(run.Has)).ToList();
        foreach (var source in asked) run.Total += await source.CountAsync(run, cancel);
        foreach (var source in asked) await source.FillAsync(run, owner, cancel);
        for (var (round, left) = (0, long.MaxValue); left > FewLeft && round < Rounds; round++)
        {
            left = 0;
            foreach (var source in asked) left += await source.CatchUpAsync(run, owner, cancel);
        }

        foreach (var table in run.Tables) await TableBeside.RunAsync(owner, $"analyze {table.Name}", cancel);
        var took = Stopwatch.GetElapsedTime(started);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await SwapAsync(run, asked, owner, cancel) is { } waited)
                return new([.. run.Tables.Select(table => table.Live)], run.Done, took, waited);
            await Task.Delay(BetweenAttempts, cancel);
        }

        throw new RebuildNotSwappedException();
    }

    /// <summary>How long writers had to wait; null where somebody held one of the tables.</summary>
    private static async Task<TimeSpan?> SwapAsync(
        RebuildRun run, List<IRebuilt> asked, NpgsqlConnection owner, CancellationToken cancel)
    {
        await using var transaction = await owner.BeginTransactionAsync(cancel);
        try
        {
            await TableBeside.RunAsync(
                owner,
                $"""
                set local lock_timeout = '{LockMilliseconds}ms';
                set local idle_in_transaction_session_timeout = '{FrozenSeconds}s';
                select pg_advisory_xact_lock(hashtext('safeguard append'), hashtext(current_schema()))
                """, cancel);
            var started = Stopwatch.GetTimestamp();
            // What follows the log writes without its lock: the table's own keeps it from going on meanwhile.
            foreach (var table in run.Tables)
                await TableBeside.RunAsync(owner, $"lock table {table.Live} in access exclusive mode", cancel);
            foreach (var source in asked) await source.FinishAsync(run, owner, cancel);
            foreach (var table in run.Tables) await table.SwapAsync(owner, cancel);
            await transaction.CommitAsync(cancel);
            return Stopwatch.GetElapsedTime(started);
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await transaction.RollbackAsync(cancel);
            return null;
        }
    }
}
