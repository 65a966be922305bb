using System.Text.Json;
using Safeguard.Domain.CaseFiles;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.CaseFiles;

/// <summary>
/// What the read models that never lag hold of one case file: its row, and a row for each open item (R4). The append
/// that changes it writes them, and a rebuild gets the same bytes from the stream alone.
/// </summary>
public static class CaseFileReadModels
{
    /// <summary>The kind of stream that they are made from.</summary>
    public const string StreamType = "case-file";

    public static RowWrite FileRow(Guid stream, CaseFileMemory memory) => Row(
        CaseFileRow.Table, stream.ToString(), CaseFileRow.Of(stream, memory.State, memory.Version));

    /// <summary>The rows of everything open in it, as they are stored.</summary>
    public static IReadOnlyList<RowWrite> ItemRows(Guid stream, CaseFileMemory memory) =>
    [
        .. CaseFile.OpenItems(stream, memory.State).Select(item => OpenItemRow.Of(stream, StreamType, item))
            .Select(item => Row(OpenItemRow.Table, item.Key, item)),
    ];

    /// <summary>Everything to write for it after a change, what is no longer open to be taken away included.</summary>
    public static IReadOnlyList<RowWrite> Writes(Guid stream, CaseFileMemory before, CaseFileMemory after)
    {
        var open = ItemRows(stream, after);
        var gone = ItemRows(stream, before).Where(was => open.All(item => item.Key != was.Key));
        return [FileRow(stream, after), .. open, .. gone.Select(item => item with { Doc = null })];
    }

    private static RowWrite Row<T>(string table, string key, T row) =>
        new(table, key, JsonSerializer.Serialize(row, EventJson.Options));
}
