using System.Text.Json;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Reads;

/// <summary>
/// What the read models that never lag hold of one person's stream of reading: every glass that they broke, and the
/// reviews that are owed for it.
/// </summary>
public static class AccessReadModels
{
    /// <summary>The row of a glass as it is after an event of it; null where the state does not hold it.</summary>
    public static RowWrite? GlassRow(AccessHistory history, BreakGlassEvent happened, Stamp stamp) =>
        BreakGlassRow.After(history, happened, stamp) is { } row
            ? Row(BreakGlassRow.Table, row.Id.ToString(), row)
            : null;

    /// <summary>The rows of the reviews that are owed, as they are stored.</summary>
    public static IReadOnlyList<RowWrite> ItemRows(Guid stream, AccessHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return
        [
            .. history.OpenItems.Select(item => OpenItemRow.Of(stream, AccessHistory.StreamType, item))
                .Select(item => Row(OpenItemRow.Table, item.Key, item)),
        ];
    }

    internal static StreamRows Fold(Guid stream, IEnumerable<Recorded> events)
    {
        var history = AccessHistory.Aggregate.Initial;
        var rows = new Dictionary<string, RowWrite>(StringComparer.Ordinal);
        foreach (var recorded in events)
        {
            history = AccessHistory.Aggregate.Evolve(history, (AccessEvent)recorded.Event, recorded.Stamp);
            if (recorded.Event is BreakGlassEvent happened && GlassRow(history, happened, recorded.Stamp) is { } row)
                rows[row.Key] = row;
        }

        return new([.. rows.Values], ItemRows(stream, history), history.NextWakeUp);
    }

    private static RowWrite Row<T>(string table, string key, T row) =>
        new(table, key, JsonSerializer.Serialize(row, EventJson.Options));
}
