using Safeguard.Domain;

namespace Safeguard.Projections.EscalationQueue;

/// <summary>One open item as a row, with the stream that it comes from.</summary>
public sealed record OpenItemRow(
    Guid Item, Guid Stream, string StreamType, string Kind, PersonId Owner, PanelId? Panel, DateTimeOffset NextWakeUp)
{
    public const string Table = "open_items";

    /// <summary>
    /// Stream, kind and id: a debrief shares its escalation's id, and clients may give questions of two escalations
    /// one.
    /// </summary>
    public string Key => $"{Stream}/{Kind}/{Item}";

    public static OpenItemRow Of(Guid stream, string streamType, OpenItem item) =>
        new(item.Item, stream, streamType, item.Kind, item.Owner, item.Panel, item.NextWakeUp);
}
