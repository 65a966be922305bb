using Safeguard.Api.Http;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers with the schema this binary
/// expects. How far anything lags is in the body and never makes a node unready: a late node still takes a raise.
/// </summary>
public static class HealthEndpoints
{
    /// <summary>A wake-up this late is a breach of R4.</summary>
    public static readonly TimeSpan WakeUpGrace = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan DatabaseTimeout = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => ApiJson.Ok(new Live("live")))
            .For(Access.Public).WithName("live").WithTags("health")
            .WithSummary("The process answers.").Produces<Live>();
        app.MapGet("/health/ready", ReadyAsync)
            .For(Access.Public).WithName("ready").WithTags("health")
            .WithSummary("The database answers and has the expected schema; lag is told and decides nothing.")
            .Produces<Ready>().Produces<Ready>(503);
    }

    private static async Task<IResult> ReadyAsync(
        InstitutionDatabase database, IReadOnlyList<SchemaFile> schema, IEventLog log, InstitutionDirectory directory,
        WakeUpTable wakeUps, ProjectionStates projections, TimeProvider clock)
    {
        using var timeout = new CancellationTokenSource(DatabaseTimeout);
        try
        {
            var current = await SchemaMigrator.CurrentAsync(database, schema, timeout.Token);
            var last = await log.LastPositionAsync(timeout.Token);
            var overdue = await wakeUps.OverdueAsync(clock.GetUtcNow(), WakeUpGrace, timeout.Token);
            var answer = new Ready(
                current ? "ready" : "schema", Math.Max(0, last - directory.Position), overdue.Count,
                await projections.ReadAsync(timeout.Token));
            return Results.Json(answer, ApiJson.Options, statusCode: current ? 200 : 503);
        }
        catch (Exception fault) when (fault is Npgsql.NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return Results.Json(new Ready("database", null, null, null), ApiJson.Options, statusCode: 503);
        }
    }

    private sealed record Live(string Status);

    /// <param name="Status"><c>ready</c>, or what is missing: <c>database</c> or <c>schema</c>.</param>
    /// <param name="DirectoryLag">Events of the log that this process has not applied yet.</param>
    /// <param name="OverdueWakeUps">Wake-ups more than a minute late, on any node.</param>
    /// <param name="Projections">Every read model that follows the log.</param>
    private sealed record Ready(
        string Status, long? DirectoryLag, long? OverdueWakeUps, IReadOnlyList<ProjectionState>? Projections);
}
