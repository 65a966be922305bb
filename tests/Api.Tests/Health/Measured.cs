using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Health;

/// <summary>What the product's own meters say while this listens: the highest value of each, and every tag.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, double> _highest = new(StringComparer.Ordinal);

    /// <param name="of">The server whose gauges are read; counters are the whole process's.</param>
    public Measured(SafeguardTestServer? of = null)
    {
        var meters = of?.Parts.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            var isOurs = meters is null || instrument.Meter.Scope is null || instrument.Meter.Scope == meters;
            if (isOurs && instrument.Meter.Name.StartsWith("Safeguard", StringComparison.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((of, value, tags, _) => Take(of, value, tags));
        _listener.SetMeasurementEventCallback<long>((of, value, tags, _) => Take(of, value, tags));
        _listener.SetMeasurementEventCallback<double>((of, value, tags, _) => Take(of, value, tags));
        _listener.Start();
    }

    /// <summary>As <c>command=RaiseEscalation</c>.</summary>
    public ConcurrentBag<string> Tags { get; } = [];

    public IReadOnlyDictionary<string, double> Read()
    {
        _listener.RecordObservableInstruments();
        return _highest;
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument of, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        _highest.AddOrUpdate(of.Name, value, (_, before) => Math.Max(before, value));
        foreach (var (name, tag) in tags) Tags.Add($"{name}={tag}");
    }
}
