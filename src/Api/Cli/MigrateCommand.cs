using System.CommandLine;

namespace Safeguard.Api.Cli;

/// <summary><c>safeguard migrate</c>: brings the schema to the version this binary expects; safe to repeat.</summary>
public static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database's schema to the version this program expects.");
        command.SetAction(async (_, cancel) =>
        {
            await using var installation = await Installation.OpenAsync(cancel);
            Console.WriteLine("The schema is up to date.");
            return ExitCodes.Done;
        });
        return command;
    }
}
