using System.CommandLine;

namespace Safeguard.Api.Cli;

/// <summary><c>safeguard migrate</c>: brings the schema to the version this binary expects; safe to repeat.</summary>
public static class MigrateCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "The result as one JSON object." };
        var command = new Command("migrate", "Bring the database's schema to the version this program expects.")
        {
            json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync(cancel);
            Console.WriteLine(parsed.GetValue(json) ? "{\"upToDate\":true}" : "The schema is up to date.");
            return ExitCodes.Done;
        });
        return command;
    }
}
