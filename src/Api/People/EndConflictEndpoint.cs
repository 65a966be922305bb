using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>A conflict has ended: <c>POST /api/people/{id}/conflicts/{conflict}/end</c>, and its form.</summary>
public static class EndConflictEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "endConflict", "people", "Ends a declared conflict. Nobody ends their own.");

    public static void MapEndConflict(this IEndpointRouteBuilder app)
    {
        Route.MapApi<EndOfConflictRequest>(app, "POST", "/api/people/{id}/conflicts/{conflict:guid}/end", Read);
        Route.MapForm<EndOfConflictRequest>(
            app, "/people/{id}/conflicts/{conflict:guid}/end",
            PersonPages.Page((route, _) => $"end-{route["conflict"]}"), Read);
    }

    private static InstitutionCommands.Decide Read(
        EndOfConflictRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var conflict = Guid.Parse((string)route["conflict"]!);
        return change => change.KnownPersonAsync(route, (person, context) =>
            EndConflict.Decide(new(conflict), person, context));
    }
}

/// <summary>Nothing needs to be said.</summary>
public sealed record EndOfConflictRequest;
