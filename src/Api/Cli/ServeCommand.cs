using System.CommandLine;
using Safeguard.Api.Hosting;

namespace Safeguard.Api.Cli;

/// <summary>
/// <c>safeguard serve</c>: migrates, loads an institution on the first start, and serves until stopped.
/// </summary>
public static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serve the product until stopped.");
        command.SetAction(async (_, cancel) =>
        {
            var settings = ServerSettings.From(new ConfigurationBuilder().AddEnvironmentVariables().Build());
            settings.RefuseAnOpenDemo();
            await using var app = SafeguardServer.Build(settings, []);
            await Start.MigrateAsync(app.Services, cancel);
            await Start.PrepareAsync(app.Services, settings, Console.Out, cancel);
            await app.StartAsync(cancel);
            await Start.AnnounceAsync(settings, Console.Out);
            await app.WaitForShutdownAsync(cancel);
            return ExitCodes.Done;
        });
        return command;
    }
}
