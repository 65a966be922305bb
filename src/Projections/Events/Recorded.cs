using Safeguard.Domain;
using Safeguard.EventStore;

namespace Safeguard.Projections.Events;

/// <summary>One event read back: what happened, when, by whom, and where it lies in the log.</summary>
public sealed record Recorded(StoredEvent Stored, object Event, Stamp Stamp)
{
    public Guid Stream => Stored.Stream;
    public long Version => Stored.Version;
    public long Position => Stored.Position;
}

/// <summary>What is stored beside an event's body.</summary>
/// <param name="OccurredAt">Null when it happened as it was recorded.</param>
/// <param name="Policy">The version of the policy that the decision used.</param>
internal sealed record EventHeaders(Role? Role, DateTimeOffset? OccurredAt, int Policy);
