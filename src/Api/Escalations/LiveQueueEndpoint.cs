using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http.HttpResults;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Escalations;

/// <summary>
/// <c>GET /api/escalations/live</c>: the queue as server-sent events; states and clocks, never words.
/// </summary>
public static class LiveQueueEndpoint
{
    /// <summary>An empty event this often keeps proxies and phones from closing a quiet stream.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void MapLiveQueue(this IEndpointRouteBuilder api) =>
        api.MapGet("/escalations/live", Live)
            .For(Access.Only(Role.SeniorMember, Role.Coordinator, Role.Supervisor))
            .WithName("liveQueue").WithTags("escalations")
            .WithSummary("Every change of the queue that the caller may see, as it happens.")
            .Produces<QueueItem>(contentType: "text/event-stream").Problems(401, 403);

    private static ServerSentEventsResult<string> Live(
        HttpContext http, LiveQueue live, InstitutionDirectory directory, TimeProvider clock, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(Events(http.Caller().Person, live, directory, clock, cancel));
    }

    /// <summary>Each is JSON as the API writes it everywhere; a heartbeat has no data.</summary>
    private static async IAsyncEnumerable<SseItem<string>> Events(
        PersonId person, LiveQueue live, InstitutionDirectory directory, TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return new("", "ready");
        using var screen = live.Open();
        var waiting = screen.Changes.WaitToReadAsync(cancel).AsTask();
        while (true)
        {
            if (await Task.WhenAny(waiting, Task.Delay(Heartbeat, cancel)) != waiting)
            {
                yield return new("", "heartbeat");
                continue;
            }

            if (!await waiting) yield break;
            while (screen.Changes.TryRead(out var row))
            {
                // Roles are looked up at every event: a revoked one ends the stream's news at once.
                var institution = directory.Present;
                if (institution.Caller(person, clock.GetUtcNow()) is { } caller && institution.Shows(row, caller))
                    yield return new(JsonSerializer.Serialize(QueueItem.Of(row), ApiJson.Options), "escalation");
            }

            waiting = screen.Changes.WaitToReadAsync(cancel).AsTask();
        }
    }
}
