using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Safeguard.EventStore;

/// <summary>What the store says about itself. Numbers only: never an id of a person, a name or a narrative.</summary>
public static class Telemetry
{
    /// <summary>The name that an OpenTelemetry exporter subscribes to.</summary>
    public const string Name = "Safeguard.EventStore";

    internal static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Commands = Meter.CreateCounter<long>(
        "safeguard.append.commands", "{command}", "Commands answered, by outcome.");

    internal static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>(
        "safeguard.append.batch_size", "{command}", "Commands committed together.");

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "safeguard.append.duration", "s", "One batch, sent to answered.");

    internal static readonly UpDownCounter<int> Queue = Meter.CreateUpDownCounter<int>(
        "safeguard.append.queue", "{command}", "Commands waiting for an answer.");
}
