using System.Text.Json;
using Safeguard.Domain.Escalations;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.EscalationQueue;

/// <summary>
/// What the rule-critical read models hold of one escalation: its row in the queue and a row for each open item. The
/// append that changes it writes them, and a rebuild gets the same bytes from the stream alone.
/// </summary>
public static class EscalationReadModels
{
    /// <summary>The kind of stream that they are made from.</summary>
    public const string StreamType = "escalation";

    /// <summary>The row of the queue, as it is stored.</summary>
    public static RowWrite QueueRow(Guid stream, EscalationMemory memory) =>
        Row(EscalationRow.Table, stream.ToString(), memory.Row with { Id = stream });

    /// <summary>The rows of everything open in it, as they are stored.</summary>
    public static IReadOnlyList<RowWrite> ItemRows(Guid stream, EscalationMemory memory) =>
    [
        .. Escalation.OpenItems(stream, memory.State).Select(item => OpenItemRow.Of(stream, StreamType, item))
            .Select(item => Row(OpenItemRow.Table, item.Key, item)),
    ];

    /// <summary>Everything to write for it after a change, what is no longer open to be taken away included.</summary>
    public static IReadOnlyList<RowWrite> Writes(Guid stream, EscalationMemory before, EscalationMemory after)
    {
        var open = ItemRows(stream, after);
        var gone = ItemRows(stream, before).Where(was => open.All(item => item.Key != was.Key));
        return [QueueRow(stream, after), .. open, .. gone.Select(item => item with { Doc = null })];
    }

    private static RowWrite Row<T>(string table, string key, T row) =>
        new(table, key, JsonSerializer.Serialize(row, EventJson.Options));
}
