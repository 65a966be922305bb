using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Safeguard.TestSupport;

/// <summary>
/// A real PostgreSQL of a test run's own: on a free loopback port, as an unprivileged user when started by root, with
/// the disk flushed as in earnest. Its directory goes when it is disposed, or when a later run finds its owner dead.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    /// <summary>An admin connection string; set, the run uses that server instead of starting one.</summary>
    public const string Adopted = "SAFEGUARD_TEST_DATABASE";

    private const string Prefix = "safeguard-test-";
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60);
    private static readonly Lazy<Task<PostgresCluster>> OneForTheRun = new(() => StartOneForTheRunAsync());

    private readonly string? directory;
    private readonly string[] settings;
    private Process? server;
    private int databases;

    private PostgresCluster(string adminConnection, string? directory, string[] settings)
    {
        AdminConnection = adminConnection;
        this.directory = directory;
        this.settings = settings;
    }

    /// <summary>Signs in as a superuser to the database <c>postgres</c>.</summary>
    public string AdminConnection { get; }

    /// <summary>The process id of a private cluster's server.</summary>
    public int ServerProcess => server?.Id ?? throw new InvalidOperationException("No server of ours is running.");

    /// <summary>The cluster that all tests of this process share; adopted or private.</summary>
    public static Task<PostgresCluster> SharedAsync() => OneForTheRun.Value;

    /// <summary>A private cluster, for tests that kill, restart or configure it.</summary>
    /// <param name="settings">Lines for the server's command line, <c>synchronous_standby_names=nobody</c>.</param>
    public static async Task<PostgresCluster> StartAsync(params string[] settings)
    {
        TestDirectories.RemoveOrphans(Prefix);
        var place = TestDirectories.Create(Prefix);
        var port = FreePort();
        await PostgresPrograms.RunAsync(
            "initdb", "-D", Data(place), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        var cluster = new PostgresCluster(
            $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Include Error Detail=true",
            place,
            [
                .. settings, $"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=",
                "max_connections=200",
            ]);
        await cluster.StartServerAsync();
        return cluster;
    }

    /// <summary>An empty database of the caller's own.</summary>
    /// <returns>Its connection string, signing in as a superuser.</returns>
    public Task<string> CreateDatabaseAsync() => CreateAsync("template0");

    /// <summary>A database of the caller's own with all that is in that one, to which nobody is connected.</summary>
    public Task<string> CopyDatabaseAsync(string connection) =>
        CreateAsync(new NpgsqlConnectionStringBuilder(connection).Database!);

    private async Task<string> CreateAsync(string template)
    {
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}_{Guid.NewGuid():N}"[..40];
        await using var source = NpgsqlDataSource.Create(AdminConnection);
        await using var create = source.CreateCommand($"create database {name} template {template}");
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(AdminConnection) { Database = name }.ConnectionString;
    }

    /// <summary>Kills every process of the server at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        var running = server ?? throw new InvalidOperationException("Only a private, running cluster can be killed.");
        foreach (var pid in Children(running.Id).Append(running.Id)) KillOne(pid);
        await running.WaitForExitAsync();
        server = null;
    }

    /// <summary>Starts the server again after <see cref="KillAsync"/>; it recovers what was committed.</summary>
    public async Task StartServerAsync()
    {
        File.Delete(Path.Combine(Data(Directory), "postmaster.pid"));
        server = PostgresPrograms.Start(
            "postgres", ["-D", Data(Directory), .. settings.SelectMany(s => new[] { "-c", s })]);
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (server.HasExited || waited.Elapsed > StartWithin)
            {
                throw new InvalidOperationException($"PostgreSQL did not start in {Directory}.");
            }

            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (directory is null) return;
        NpgsqlConnection.ClearAllPools();
        if (server is not null) await KillAsync();
        TestDirectories.Remove(directory);
    }

    private string Directory => directory ?? throw new InvalidOperationException("An adopted server is left alone.");

    private static string Data(string directory) => Path.Combine(directory, "data");

    private static async Task<PostgresCluster> StartOneForTheRunAsync()
    {
        if (Environment.GetEnvironmentVariable(Adopted) is { Length: > 0 } adopted)
        {
            return new PostgresCluster(adopted, null, []);
        }

        var cluster = await StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        return cluster;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            var unpooled = new NpgsqlConnectionStringBuilder(AdminConnection) { Pooling = false, Timeout = 5 };
            await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static List<int> Children(int parent)
    {
        using var list = Process.Start(new ProcessStartInfo("ps", ["-A", "-o", "pid=,ppid="])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var lines = list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(f => int.Parse(f[1], CultureInfo.InvariantCulture) == parent)
            .Select(f => int.Parse(f[0], CultureInfo.InvariantCulture))];
    }

    private static void KillOne(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It had ended by itself.
        }
    }
}
