using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>The second name: <c>POST /api/case-files/{id}/disclosures/{part}/second-name</c>.</summary>
public static class SecondDisclosureEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "disclosures/{part:guid}/second-name", "secondDisclosure",
        "The second senior name, with grounds, where one sufficed in a crisis.");

    public static void MapSecondDisclosure(this IEndpointRouteBuilder app) =>
        Route.Map<GroundsRequest>(app, (request, reading, route) =>
        {
            var id = CaseFilePart.Of(route);
            return (state, context) => SecondDisclosure.Decide(new(id, reading.Words(request.Grounds)), state, context);
        });
}

public sealed record GroundsRequest(string? Grounds = null);
