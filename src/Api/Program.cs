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
    PackCommand.Create(),
    TokenCommand.Create(),
    CheckCommand.Create(),
    RebuildCommand.Create(),
};

try
{
    var parsed = root.Parse(args);
    var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    return parsed.Errors.Count > 0 ? ExitCodes.Refused : code;
}
catch (Exception refused) when (refused is StartRefusedException or SchemaMismatchException)
{
    await Console.Error.WriteLineAsync($"safeguard: {refused.Message}");
    return ExitCodes.Refused;
}
catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException
    or System.Security.Cryptography.CryptographicException)
{
    // A file that was named (the key, a directory to import) is missing, not ours to read, or not what it should be.
    await Console.Error.WriteLineAsync($"safeguard: {unreadable.Message}");
    return ExitCodes.Refused;
}
catch (Npgsql.NpgsqlException fault)
{
    await Console.Error.WriteLineAsync(
        $"safeguard: the database cannot be reached ({fault.GetType().Name}). "
        + "Is it running, and is SAFEGUARD_DATABASE right?");
    return ExitCodes.Unavailable;
}
