using System.CommandLine;
using Safeguard.Api.Cli;
using Safeguard.Api.Hosting;
using Safeguard.EventStore;

var root = new RootCommand("Safeguard: the case tracker of a university's peer-support programme.")
{
    ServeCommand.Create(),
    MigrateCommand.Create(),
    ImportCommand.Create(),
    HistoryCommand.Create(),
    TokenCommand.Create(),
    CheckCommand.Create(),
};

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception refused) when (refused is StartRefusedException or SchemaMismatchException)
{
    await Console.Error.WriteLineAsync($"safeguard: {refused.Message}");
    return ExitCodes.Refused;
}
catch (Npgsql.NpgsqlException fault)
{
    await Console.Error.WriteLineAsync(
        $"safeguard: the database cannot be reached ({fault.GetType().Name}). "
        + "Is it running, and is SAFEGUARD_DATABASE right?");
    return ExitCodes.Unavailable;
}
