using Safeguard.Domain.Programmes;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Audit;

/// <summary>From which event it follows which policy was in force.</summary>
public static class PolicyGrounds
{
    /// <summary>The adoption of that version; null for 0, the defaults that ship with the product.</summary>
    public static Recorded? Of(int version, IReadOnlyList<Recorded> known) => known.LastOrDefault(recorded =>
        recorded.Event is PolicyAdopted adopted && adopted.Policy.Version == version);
}
