using Npgsql;
using Safeguard.EventStore;

namespace Safeguard.Projections.Rebuilding;

/// <summary>Where rows of some read models come from, as a rebuild needs to know it.</summary>
public interface IRebuilt
{
    /// <summary>The read models that have rows from here.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>How many events there are to work in, about.</summary>
    Task<long> CountAsync(RebuildRun run, CancellationToken cancel);

    /// <summary>Works in what there is now.</summary>
    Task FillAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel);

    /// <summary>Works in what was appended since; gives back how many events that were.</summary>
    Task<long> CatchUpAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel);

    /// <summary>
    /// The last of it, in the transaction that swaps. Nobody appends and nobody writes the live tables any more.
    /// </summary>
    Task FinishAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel);
}

/// <summary>One run of a rebuild.</summary>
public sealed class RebuildRun
{
    private readonly Action<long, long>? _progress;
    private long _done;

    internal RebuildRun(IReadOnlyList<TableBeside> tables, EventStoreOptions options, Action<long, long>? progress)
    {
        (Tables, Options, _progress) = (tables, options, progress);
    }

    internal IReadOnlyList<TableBeside> Tables { get; }

    internal EventStoreOptions Options { get; }

    internal long Total { get; set; }

    internal long Done => Interlocked.Read(ref _done);

    internal bool Has(string table) => Find(table) is not null;

    internal TableBeside? Find(string table) => Tables.FirstOrDefault(one => one.Live == table);

    /// <summary>So many more events were worked in; several sources may say so at once.</summary>
    internal void Worked(long events)
    {
        var done = Interlocked.Add(ref _done, events);
        _progress?.Invoke(done, Math.Max(done, Total));
    }
}
