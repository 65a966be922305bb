using System.CommandLine;
using System.Text.Json;
using Safeguard.Api.Hosting;
using Safeguard.Api.Http;
using Safeguard.Projections.Rebuilding;
using Spectre.Console;

namespace Safeguard.Api.Cli;

/// <summary>
/// <c>safeguard rebuild [read model…]</c>: makes read models anew from the log, beside the live ones, while the product
/// runs.
/// </summary>
public static class RebuildCommand
{
    public static Command Create()
    {
        var models = new Argument<string[]>("read model") { Description = "Which ones; every one if none is named." };
        var json = new Option<bool>("--json") { Description = "The report as one JSON object." };
        var command = new Command("rebuild", "Make read models anew from the log, while the product runs.")
        {
            models, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync(cancel, migrate: false);
            var rebuild = installation.Get<ReadModelRebuild>();
            var names = Known(parsed.GetValue(models) ?? [], rebuild.Names);
            try
            {
                var report = await RunAsync(rebuild, names, parsed.GetValue(json), cancel);
                Console.WriteLine(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(report, ApiJson.Options)
                    : Words(report));
                return ExitCodes.Done;
            }
            catch (Exception refused) when (refused is RebuildUnderWayException or RebuildNotSwappedException)
            {
                throw new StartRefusedException(refused.Message);
            }
        });
        return command;
    }

    private static IReadOnlyList<string> Known(string[] asked, IReadOnlyList<string> all)
    {
        var unknown = asked.Except(all, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new StartRefusedException(
                $"There is no read model called {string.Join(", ", unknown)}. There are: {string.Join(", ", all)}.");
        return asked.Length == 0 ? all : [.. asked.Distinct(StringComparer.Ordinal)];
    }

    private static async Task<RebuildReport> RunAsync(
        ReadModelRebuild rebuild, IReadOnlyList<string> names, bool isQuiet, CancellationToken cancel)
    {
        if (isQuiet || Console.IsOutputRedirected) return await rebuild.RunAsync(names, null, cancel);
        RebuildReport? report = null;
        await AnsiConsole.Progress().StartAsync(async bars =>
        {
            var bar = bars.AddTask("Working in the events of the log");
            report = await rebuild.RunAsync(names, (done, of) => bar.MaxValue(of).Value(done), cancel);
        });
        return report!;
    }

    private static string Words(RebuildReport report) =>
        $"Rebuilt {string.Join(", ", report.ReadModels)}: {report.Events} events in {report.Took.TotalSeconds:0.0} s; "
        + $"writers waited {report.WritersWaited.TotalMilliseconds:0} ms.";
}
