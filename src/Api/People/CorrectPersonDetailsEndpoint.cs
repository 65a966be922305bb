using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>A name, e-mail or phone was wrong: <c>POST /api/people/{id}/details</c>, and its form.</summary>
public static class CorrectPersonDetailsEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "correctPersonDetails", "people",
        "Corrects name, e-mail and phone, all three; what was there stays on record.");

    public static void MapCorrectPersonDetails(this IEndpointRouteBuilder app)
    {
        Route.MapApi<DetailsRequest>(app, "POST", "/api/people/{id}/details", Read);
        Route.MapForm<DetailsRequest>(app, "/people/{id}/details", PersonPages.Page("details"), Read);
    }

    private static InstitutionCommands.Decide Read(
        DetailsRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new CorrectPersonDetails(
            reading.Words(request.Name), reading.Words(request.Email), reading.Words(request.Phone));
        return change => change.KnownPersonAsync(route, (person, context) =>
            CorrectPersonDetails.Decide(command, person, context));
    }
}

/// <summary>All three as they are to read; what is left out is not known.</summary>
public sealed record DetailsRequest(string? Name = null, string? Email = null, string? Phone = null);
