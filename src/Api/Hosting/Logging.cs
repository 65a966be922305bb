namespace Safeguard.Api.Hosting;

/// <summary>
/// One JSON object a line, to standard output. What is logged is written by hand in templates that hold ids and counts;
/// the framework's own request lines are off, because a query can carry what somebody typed.
/// </summary>
public static class Logging
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.AddFilter("Npgsql", LogLevel.Warning);
        // It writes whole exceptions, whose messages may quote a request.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
    }
}
