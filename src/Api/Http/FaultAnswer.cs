using Safeguard.EventStore;

namespace Safeguard.Api.Http;

/// <summary>
/// The last resort: a fault becomes an answer that says whether anything was saved, and a log line with its kind and
/// place but never its message, which may quote what somebody wrote.
/// </summary>
public sealed partial class FaultAnswer(RequestDelegate next, ILogger<FaultAnswer> logger)
{
    private static Problem Unknown { get; } = new(
        503, "durability.unknown", "We can't say whether this was saved",
        "Send it again: it arrives once. If someone is in danger, phone the numbers on this page now.");

    private static Problem Unstorable { get; } = new(
        422, "request.unstorable", "Part of this can't be kept as it is",
        "A character in it cannot be stored. Nothing was saved; take out what looks odd and send it again.");

    private static Problem Fault { get; } = new(
        500, "server.fault", "Something is broken on our side",
        "Nothing was saved. Try again; if someone is in danger, phone the numbers on this page now.");

    private static Problem Unavailable { get; } = new(
        503, "database.unreachable", "We can't save anything just now",
        "Nothing was saved. If someone is in danger, phone the numbers on this page now; then try again.");

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
                DurabilityUnknownException => Unknown,
                UnstorableCommandException => Unstorable,
                BadHttpRequestException bad when bad.StatusCode == 413 => TooLarge,
                BadHttpRequestException or InvalidDataException => Unreadable,
                LogUnreachableException or Npgsql.NpgsqlException => Unavailable,
                _ => Fault,
            });
        }
    }

    private static Problem TooLarge { get; } = new(
        413, "request.tooLarge", "This is too long", "Nothing was saved. Shorten it and send it again.");

    private static Problem Unreadable { get; } =
        Problem.Unreadable("The request could not be read. Nothing was saved.");

    /// <summary>The first frames of the stack, which hold names of methods and no data.</summary>
    private static string Place(Exception fault) =>
        string.Join(" < ", (fault.StackTrace ?? "").Split('\n').Take(6).Select(line => line.Trim()));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Fault} in {Endpoint}: {Place}")]
    private static partial void LogFault(ILogger logger, string fault, string endpoint, string place);
}
