namespace Safeguard.Api.Http;

/// <summary>What an endpoint says of itself in the OpenAPI document.</summary>
public static class Description
{
    /// <summary>The problems it can answer with, by status.</summary>
    public static RouteHandlerBuilder Problems(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.Produces<Problem>(status, Problem.ContentType);
        return endpoint;
    }

    /// <summary>
    /// The JSON body it takes. It only describes: whatever content type a client names, the body is read as JSON, so
    /// that a raise is never lost over a header.
    /// </summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new TakesBody(typeof(T)));

    /// <summary>A change: 204 with an ETag, and every problem a change can meet.</summary>
    public static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces(204).Problems(400, 401, 403, 404, 409, 412, 413, 422);

    /// <summary>A change that rests on facts that may be stale: also 428 without If-Match.</summary>
    public static RouteHandlerBuilder ChangesWithVersion(this RouteHandlerBuilder endpoint) =>
        endpoint.Changes().Problems(428);

    /// <summary>A read: the problems a signed-in reader can meet.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<T>().Problems(401, 403, 404);
}

/// <summary>The type of an endpoint's JSON body, for the OpenAPI document.</summary>
public sealed record TakesBody(Type Type);
