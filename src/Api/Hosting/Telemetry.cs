using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Safeguard.Api.Hosting;

/// <summary>
/// Traces and metrics to an OpenTelemetry collector, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one. They hold
/// names of commands, counts and times: never a person, a path's query or a word of anybody's.
/// </summary>
public sealed class Telemetry : IHostedService, IDisposable
{
    private const string StoreSource = "Safeguard.EventStore";
    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    public Telemetry(IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        var resource = ResourceBuilder.CreateDefault().AddService("safeguard");
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(Commands.CommandRunner.Telemetry, StoreSource, "Microsoft.AspNetCore")
            .AddOtlpExporter().Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(Commands.CommandRunner.Telemetry, StoreSource, "Npgsql", "Microsoft.AspNetCore.Hosting",
                "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter().Build();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }
}
