using System.Text.Json;
using Safeguard.Domain.Referrals;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Referrals;

/// <summary>
/// What the read models that never lag hold of one referral: its row, and a row for each open item (R4). The append
/// that changes it writes them, and a rebuild gets the same bytes from the stream alone.
/// </summary>
public static class ReferralReadModels
{
    /// <summary>The kind of stream that they are made from.</summary>
    public const string StreamType = "referral";

    public static RowWrite ReferralRow(Guid stream, ReferralMemory memory) => Row(
        Referrals.ReferralRow.Table, stream.ToString(), Referrals.ReferralRow.Of(stream, memory));

    /// <summary>The rows of everything open in it, as they are stored.</summary>
    public static IReadOnlyList<RowWrite> ItemRows(Guid stream, ReferralMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return
        [
            .. Referral.OpenItems(stream, memory.State).Select(item => OpenItemRow.Of(stream, StreamType, item))
                .Select(item => Row(OpenItemRow.Table, item.Key, item)),
        ];
    }

    /// <summary>Everything to write for it after a change, what is no longer open to be taken away included.</summary>
    public static IReadOnlyList<RowWrite> Writes(Guid stream, ReferralMemory before, ReferralMemory after)
    {
        var open = ItemRows(stream, after);
        var gone = ItemRows(stream, before).Where(was => open.All(item => item.Key != was.Key));
        return [ReferralRow(stream, after), .. open, .. gone.Select(item => item with { Doc = null })];
    }

    private static RowWrite Row<T>(string table, string key, T row) =>
        new(table, key, JsonSerializer.Serialize(row, EventJson.Options));
}
