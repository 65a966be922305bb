using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Safeguard.EventStore;
using Safeguard.TestSupport;

namespace Safeguard.Simulation.Tests;

/// <summary>
/// One node of the product as a process of its own, so that it can really be killed: <c>safeguard serve</c> on a free
/// loopback port, on a database that other nodes may share.
/// </summary>
public sealed class SafeguardNode : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly HttpClient _client;
    private int _disposed;

    private SafeguardNode(Process process, Uri address)
    {
        _process = process;
        // A run of tests that is itself ended leaves no server behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
        _client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>Starts a node and waits until it takes requests.</summary>
    public static async Task<SafeguardNode> StartAsync(Installation installation)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "safeguard.dll"), "serve"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in installation.Environment) start.Environment[name] = value;
        start.Environment["SAFEGUARD_URLS"] = address.ToString().TrimEnd('/');
        var process = Process.Start(start)!;
        // Read and dropped: a pipe that nobody empties would stop the node.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var node = new SafeguardNode(process, address);
        await node.ReadyAsync();
        return node;
    }

    /// <summary>SIGKILL: nothing is finished, flushed or said.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    public async Task<HttpClient> ClientAsync(string person)
    {
        using var answer = await _client.PostAsJsonAsync("/demo/token", new { person });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        var client = new HttpClient { BaseAddress = _client.BaseAddress, Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async Task AdvanceAsync(TimeSpan by)
    {
        using var answer = await _client.PostAsJsonAsync("/demo/clock",
            new { advance = System.Xml.XmlConvert.ToString(by) });
        answer.EnsureSuccessStatusCode();
    }

    public async Task<DateTimeOffset> NowAsync() =>
        (await _client.GetFromJsonAsync<JsonElement>("/demo/clock")).GetProperty("now").GetDateTimeOffset();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var timeout = new CancellationTokenSource(ReadyWithin);
        while (true)
        {
            if (_process.HasExited) throw new InvalidOperationException($"The node ended with {_process.ExitCode}.");
            try
            {
                using var answer = await _client.GetAsync("/health/ready", timeout.Token);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, timeout.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What nodes of one installation share: database, key file, settings.</summary>
public sealed class Installation
{
    private Installation(Dictionary<string, string> environment) => Environment = environment;

    public Dictionary<string, string> Environment { get; }

    public EventStoreOptions Options => new(Environment["SAFEGUARD_DATABASE"]);

    /// <summary>A new one with wexcombe in it, its clock starting on a Friday at noon.</summary>
    public static async Task<Installation> CreateAsync(PostgresCluster cluster)
    {
        var keyFile = Path.Combine(TestDirectories.Create("safeguard-keys"), "key");
        FileKeyEncryption.CreateFile(keyFile);
        return new(new(StringComparer.Ordinal)
        {
            ["SAFEGUARD_DATABASE"] = await cluster.CreateDatabaseAsync(),
            ["SAFEGUARD_KEY_FILE"] = keyFile,
            ["SAFEGUARD_DEMO"] = "1",
            ["SAFEGUARD_IMPORT"] = Path.Combine(AppContext.BaseDirectory, "Data", "wexcombe"),
            ["SAFEGUARD_NOW"] = "2026-11-20T12:00:00Z",
        });
    }

    /// <summary><c>safeguard check</c>: its exit code and what it said.</summary>
    public async Task<(int ExitCode, string Said)> CheckAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "safeguard.dll"), "check"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
