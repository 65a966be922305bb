using Safeguard.Api.Http;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>A conflict has ended: <c>POST /api/people/{id}/conflicts/{conflict}/end</c>, and its form.</summary>
public static class EndConflictEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "endConflict", "people", "Ends a declared conflict. Nobody ends their own.");

    public static void MapEndConflict(this IEndpointRouteBuilder app) =>
        Route.MapApi<EndOfConflictRequest>(
            app, "POST", "/api/people/{id}/conflicts/{conflict:guid}/end", (_, _, route) =>
            {
                var conflict = Guid.Parse((string)route["conflict"]!);
                return change => change.KnownPersonAsync(route, (person, context) =>
                    EndConflict.Decide(new(conflict), person, context));
            });
}

/// <summary>Nothing needs to be said.</summary>
public sealed record EndOfConflictRequest;
