using Safeguard.Domain.Audit;

namespace Safeguard.Projections.Events;

public static partial class EventNames
{
    /// <summary>What auditors do.</summary>
    private static IReadOnlyList<(Type Type, string Name)> Audit =>
    [
        (typeof(SampleDrawn), "sample_drawn"),
        (typeof(FindingRecorded), "finding_recorded"),
    ];
}
