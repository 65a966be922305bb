using Safeguard.Api.Reading;
using Safeguard.EventStore;

namespace Safeguard.Api.Http;

/// <summary>
/// The last resort: a fault becomes an answer that says whether anything was saved, and a log line with its kind and
/// place but never its message, which may quote what somebody wrote.
/// </summary>
public sealed partial class FaultAnswer(RequestDelegate next, ILogger<FaultAnswer> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone; there is nobody to answer.
        }
        catch (Exception fault)
        {
            LogFault(logger, fault.GetType().Name, http.GetEndpoint()?.DisplayName ?? "none", Place(fault));
            if (http.Response.HasStarted) return;
            http.Response.Clear();
            SecurityHeaders.Apply(http);
            await ErrorAnswer.WriteAsync(http, fault switch
            {
                DurabilityUnknownException => Problem.DurabilityUnknown,
                ReadNotRecordedException => Problem.ReadNotRecorded,
                UnstorableCommandException => Problem.Unstorable,
                BadHttpRequestException bad when bad.StatusCode == 413 => Problem.TooLarge,
                BadHttpRequestException or InvalidDataException => Unreadable,
                LogUnreachableException or Npgsql.NpgsqlException => Problem.DatabaseUnreachable,
                _ => Problem.ServerFault,
            });
        }
    }

    private static Problem Unreadable { get; } =
        Problem.Unreadable("The request could not be read. Nothing was saved.");

    /// <summary>The first frames of the stack, which hold names of methods and no data.</summary>
    private static string Place(Exception fault) =>
        string.Join(" < ", (fault.StackTrace ?? "").Split('\n').Take(6).Select(line => line.Trim()));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Fault} in {Endpoint}: {Place}")]
    private static partial void LogFault(ILogger logger, string fault, string endpoint, string place);
}
