using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>Contact between sessions is asked for: <c>POST /api/supervision-groups/{id}/contact-requests</c>.</summary>
public static class RequestBetweenSessionsContactEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "requestBetweenSessionsContact", "supervision",
        "Asks the group's supervisor for contact before the next session; tied to a crisis, within the hour.");

    public static void MapRequestBetweenSessionsContact(this IEndpointRouteBuilder app)
    {
        Route.MapApi<ContactRequestRequest>(
            app, "POST", "/api/supervision-groups/{id}/contact-requests", Read);
        Route.MapForm<ContactRequestRequest>(
            app, "/supervision-groups/{id}/contact-requests", OwnSupervisionPages.FormOf((_, _) => "contact"), Read);
    }

    private static InstitutionCommands.Decide Read(
        ContactRequestRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new RequestBetweenSessionsContact(
            reading.Id("request", request.Request),
            string.IsNullOrWhiteSpace(request.Escalation) ? null : reading.Id("escalation", request.Escalation),
            reading.Words(request.Words));
        return change => change.GroupAsync(route, (group, context) =>
            RequestBetweenSessionsContact.Decide(command, group, context));
    }
}

/// <param name="Request">The request's own id, made by the client.</param>
/// <param name="Escalation">The urgent contact that it is about.</param>
public sealed record ContactRequestRequest(string? Request = null, string? Escalation = null, string? Words = null);
