using System.CommandLine;
using System.Text.Json;
using Safeguard.Api.Health;
using Safeguard.Api.Http;
using Spectre.Console;

namespace Safeguard.Api.Cli;

/// <summary><c>safeguard check</c>: proves the invariants; exit code 4 when one does not hold.</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "The report as one JSON object." };
        var command = new Command(
            "check", "Prove what must always hold: streams, positions, owners, wake-ups, read models.") { json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync(cancel, migrate: false);
            var asJson = parsed.GetValue(json);
            var check = installation.Get<Check>();
            CheckReport? report = null;
            if (asJson || Console.IsOutputRedirected) report = await check.RunAsync(null, cancel);
            else
            {
                await AnsiConsole.Progress().StartAsync(async bars =>
                {
                    var bar = bars.AddTask("Comparing every read model with its streams");
                    report = await check.RunAsync((done, of) => bar.MaxValue(of).Value(done), cancel);
                });
            }

            if (asJson) Console.WriteLine(JsonSerializer.Serialize(report, ApiJson.Options));
            else Print(report!);
            return report!.Count == 0 ? ExitCodes.Done : ExitCodes.CheckFailed;
        });
        return command;
    }

    private static void Print(CheckReport report)
    {
        foreach (var finding in report.Findings) Console.WriteLine($"{finding.What}: {finding.Of}");
        Console.WriteLine(report.Count == 0
            ? $"All is as it must be. {report.Streams} streams compared."
            : $"{report.Count} findings in {report.Streams} streams.");
    }
}
