using System.Text.Json;
using System.Text.Json.Serialization;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Http;

/// <summary>JSON as the API speaks it: the events' own way, less the nulls.</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>A whole request, in bytes: 64 KB (R1), the only limit a raise has.</summary>
    public const int MaxBodyBytes = 65_536;

    public static IResult Ok<T>(T body) => Results.Json(body, Options);

    public static IResult Created<T>(string at, T body, HttpContext http)
    {
        http.Response.Headers.Location = at;
        return Results.Json(body, Options, statusCode: 201);
    }

    /// <summary>Reads a body of type <typeparamref name="T"/>; what is wrong with it comes back as a problem.</summary>
    public static async Task<(T? Body, Problem? Problem)> ReadAsync<T>(HttpContext http)
        where T : class
    {
        var (body, problem) = await ReadFieldsAsync<T>(http);
        return body is { Faults.Count: > 0 } ? (null, Problem.Unprocessable(body.Faults)) : (body?.Value, problem);
    }

    /// <summary>
    /// Reads a body whose faults are told later; the problem is there only where nothing of it can be read.
    /// </summary>
    public static async Task<(RequestBody<T>? Body, Problem? Problem)> ReadFieldsAsync<T>(HttpContext http)
        where T : class
    {
        var (bytes, problem) = await ReadBytesAsync(http.Request);
        return problem is null ? RequestBody.Read<T>(bytes!) : (null, problem);
    }

    /// <summary>The raw body, or 413 when it is over <see cref="MaxBodyBytes"/>.</summary>
    public static async Task<(byte[]? Bytes, Problem? Problem)> ReadBytesAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBodyBytes) return (null, Problem.TooLarge);
        using var buffer = new MemoryStream();
        var chunk = new byte[8_192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > MaxBodyBytes) return (null, Problem.TooLarge);
            buffer.Write(chunk, 0, read);
        }

        return (buffer.ToArray(), null);
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(EventJson.Options)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // A client may leave out what it has nothing to say on, and may say what we do not know yet.
            RespectRequiredConstructorParameters = false,
        };
        options.Converters.Add(new LenientBool());
        options.Converters.Add(new LenientLines());
        options.Converters.Add(new IsoLengths());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
