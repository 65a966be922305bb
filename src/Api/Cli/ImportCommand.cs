using System.CommandLine;
using Safeguard.Api.Import;
using Safeguard.Domain;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Cli;

/// <summary><c>safeguard import DIRECTORY [--dry-run]</c>: all or nothing; exit code 2 when a row is bad.</summary>
public static class ImportCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("directory") { Description = "Where the CSV files are." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change, and change nothing." };
        var json = new Option<bool>("--json") { Description = "The report as one JSON object." };
        var command = new Command("import", "Import a programme office's CSV files, all or nothing.")
        {
            directory, dryRun, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync(cancel);
            await installation.Get<InstitutionDirectory>().LoadAsync(cancel);
            var source = await ImportDirectory.ReadAsync(parsed.GetValue(directory)!, cancel);
            var report = await installation.Get<Importing>()
                .RunAsync(source, Caller.System, parsed.GetValue(dryRun), cancel);
            Console.Write(parsed.GetValue(json) ? report.ToJson() + "\n" : report.ToText());
            return report.IsGood ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }
}
