using Npgsql;
using Safeguard.Domain.CaseFiles;
using Safeguard.EventStore;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Events;
using Safeguard.Projections.PageLog;
using Safeguard.Projections.Reads;

namespace Safeguard.Projections.Rebuilding;

/// <summary>
/// Rows that events of a few kinds are worked into, one after the other: of a read model that follows the log up to
/// where the live one has come, of one that is written by the append up to the end.
/// </summary>
public sealed class FromEvents : IRebuilt
{
    private const string Sql =
        $"""
        select {StoredEventRow.Columns} from mt_events e join mt_streams s on s.id = e.stream_id
        where e.seq_id > $1 and e.seq_id <= $2 and e.type = any ($3) order by e.seq_id limit $4
        """;

    private readonly InstitutionDatabase _database;
    private readonly Positions _positions;
    private readonly string _table;
    private readonly IReadOnlyList<string> _kinds;
    private readonly bool _follows;
    private readonly Func<IReadOnlyList<StoredEvent>, TableBeside, NpgsqlConnection, CancellationToken, Task> _work;
    private long _position;

    private FromEvents(
        InstitutionDatabase database, Positions positions, string table, IReadOnlyList<string> kinds, bool follows,
        Func<IReadOnlyList<StoredEvent>, TableBeside, NpgsqlConnection, CancellationToken, Task> work) =>
        (_database, _positions, _table, _kinds, _follows, _work) =
        (database, positions, table, kinds, follows, work);

    public IReadOnlyList<string> Tables => [_table];

    public static IEnumerable<IRebuilt> All(
        InstitutionDatabase database, Positions positions, EventCodec codec, StudentIndex students) =>
    [
        new FromEvents(
            database, positions, ReadRows.Name, [ReadRows.ReadName], follows: true,
            (events, table, owner, cancel) => ReadRows.WorkAsync(events, table.Name, owner, cancel)),
        new FromEvents(
            database, positions, PageLogRows.Name, PageLogRows.Follows, follows: true,
            (events, table, owner, cancel) => PageLogRows.WorkAsync(events, table.Name, owner, cancel)),
        new FromEvents(
            database, positions, StudentIndex.Table, [EventNames.Of(typeof(StudentIdentified))], follows: false,
            async (events, table, owner, cancel) => await table.PutAsync(
                [
                    .. (await codec.DecodeAsync(events, cancel)).GroupBy(recorded => recorded.Stream)
                        .Select(file => students.RowOf(file.Key, (StudentIdentified)file.Last().Event)),
                ],
                owner, cancel)),
    ];

    public async Task<long> CountAsync(RebuildRun run, CancellationToken cancel)
    {
        await using var command = _database.Pool.CreateCommand("select count(*) from mt_events where type = any ($1)");
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue(_kinds.ToArray());
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    public async Task FillAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel)
    {
        _position = 0;
        await CatchUpAsync(run, owner, cancel);
    }

    public async Task<long> CatchUpAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel)
    {
        var upTo = _follows ? await _positions.ReadAsync(_table, cancel) : long.MaxValue;
        var (all, events) = (0L, new List<StoredEvent>());
        do
        {
            events = await ReadAsync(upTo, cancel);
            if (events.Count == 0) break;
            await _work(events, run.Find(_table)!, owner, cancel);
            _position = events[^1].Position;
            all += events.Count;
            run.Worked(events.Count);
        }
        while (events.Count == StoreLimits.MaxEventsPerRead);

        return all;
    }

    public Task FinishAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel) =>
        CatchUpAsync(run, owner, cancel);

    private async Task<List<StoredEvent>> ReadAsync(long upTo, CancellationToken cancel)
    {
        await using var command = _database.Pool.CreateCommand(Sql);
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue(_position);
        command.Parameters.AddWithValue(upTo);
        command.Parameters.AddWithValue(_kinds.ToArray());
        command.Parameters.AddWithValue(StoreLimits.MaxEventsPerRead);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancel)) events.Add(StoredEventRow.Read(reader, 0));
        return events;
    }
}
