using Npgsql;
using Safeguard.Api.WakeUps;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;
using Safeguard.Projections.StandingBoard;

namespace Safeguard.Api.Health;

/// <summary>
/// The same proof for supporters and supervision groups: each row of the standing board, each open item and each
/// wake-up of theirs is what the streams say, folded anew, and there is none too many.
/// </summary>
internal sealed class InstitutionCheck(
    NpgsqlDataSource database, IEventLog log, EventCodec codec, WakeUpTable wakeUps, TimeProvider clock)
{
    private const string StandingRows = "standing row differs from its streams";
    private const string OpenItems = "open items differ from their group's stream";
    private const string WakeUps = "wake-up differs from its stream";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var differing = await LookAsync(cancel);
        for (var look = 1; look < Check.Looks && differing.Count > 0; look++)
        {
            await Task.Delay(Check.BetweenLooks, cancel);
            differing = [.. (await LookAsync(cancel)).Intersect(differing)];
        }

        return differing;
    }

    private async Task<List<Finding>> LookAsync(CancellationToken cancel)
    {
        using var folded = new InstitutionDirectory(log, codec);
        await folded.LoadAsync(cancel);
        var (known, now) = (folded.Snapshot, clock.GetUtcNow());
        return
        [
            .. Compared(StandingRows, Expected(InstitutionReadModels.StandingRows(known.Institution, now)),
                await RowsAsync($"select key, doc from {StandingRow.Table}", cancel)),
            .. Compared(OpenItems, Expected(InstitutionReadModels.ItemRows(known.Institution)), await RowsAsync(
                $"select key, doc from {OpenItemRow.Table} where stream_type = '{SupervisionGroup.StreamType}'",
                cancel)),
            .. await WakeUpsAsync(known, now, cancel),
        ];
    }

    private static Dictionary<string, string> Expected(IEnumerable<RowWrite> rows) =>
        rows.ToDictionary(row => row.Key, row => SortedJson.Of(row.Doc!), StringComparer.Ordinal);

    private static IEnumerable<Finding> Compared(
        string what, Dictionary<string, string> expected, Dictionary<string, string> present) =>
        expected.Keys.Union(present.Keys, StringComparer.Ordinal)
            .Where(key => expected.GetValueOrDefault(key) != present.GetValueOrDefault(key))
            .Select(key => new Finding(what, key));

    /// <summary>One that is due already and one that was are the same: whoever is awake takes it next.</summary>
    private async Task<List<Finding>> WakeUpsAsync(
        DirectorySnapshot known, DateTimeOffset now, CancellationToken cancel)
    {
        var present = (await wakeUps.AllAsync(cancel))
            .Where(row => row.Kind is Supporter.StreamType or SupervisionGroup.StreamType)
            .ToDictionary(row => row.Stream, row => (DateTimeOffset?)row.DueAt);
        var expected = known.Institution.Supporters.Keys
            .Select(person => ExpectedWakeUp.OfSupporter(known, person, now))
            .Concat(known.Institution.Groups.Keys.Select(group => ExpectedWakeUp.OfGroup(known, group)))
            .ToDictionary(one => one.Stream, one => one.DueAt);
        return
        [
            .. expected.Keys.Union(present.Keys)
                .Where(stream => expected.GetValueOrDefault(stream) is var due
                    && present.GetValueOrDefault(stream) is var row && due != row && !(due <= now && row <= now))
                .Select(stream => new Finding(WakeUps, stream.ToString())),
        ];
    }

    private async Task<Dictionary<string, string>> RowsAsync(string sql, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel)) rows[reader.GetString(0)] = SortedJson.Of(reader.GetString(1));
        return rows;
    }
}
