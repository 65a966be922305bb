using System.Diagnostics;
using System.Text.Json;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Cli;

/// <summary>The binary as somebody types it, with an environment of its own.</summary>
internal sealed class CommandLine
{
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["SAFEGUARD_DEMO"] = "1",
        ["SAFEGUARD_URLS"] = "http://127.0.0.1:0",
    };

    /// <summary>On the installation of that server, which may be running or not.</summary>
    public static CommandLine On(SafeguardTestServer server)
    {
        var line = new CommandLine();
        line.Environment["SAFEGUARD_DATABASE"] = server.Settings.Database;
        line.Environment["SAFEGUARD_KEY_FILE"] = server.Settings.KeyFile;
        return line;
    }

    public async Task<Run> RunAsync(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "safeguard.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await said, error);
    }

    /// <summary>What cannot be done as asked: one line that says why, and exit code 2.</summary>
    public async Task<Run> OneLineAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        run.Code.ShouldBe(2, run.Said + run.Error);
        run.Error.Trim().Split('\n').Length.ShouldBe(1, run.Error);
        run.Error.ShouldStartWith("safeguard: ");
        return run;
    }
}

/// <summary>What became of it.</summary>
internal sealed record Run(int Code, string Said, string Error)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Said);
}
