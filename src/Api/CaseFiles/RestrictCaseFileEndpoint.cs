using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Restricts it: <c>POST /api/case-files/{id}/restriction</c>.</summary>
public static class RestrictCaseFileEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "restriction", "restrictCaseFile",
        "Only its owner and those named read it from here.");

    public static void MapRestrictCaseFile(this IEndpointRouteBuilder app) =>
        Route.Map<RestrictionRequest>(app, (request, reading, _) =>
        {
            var named = reading.Readers("named", request.Named);
            var about = reading.OptionalPerson(request.About);
            return (state, context) => RestrictCaseFile.Decide(
                new(named, about, reading.Words(request.Reason)), state, context);
        });
}

/// <param name="Named">Who may read it besides its owner.</param>
/// <param name="About">The person of the programme whom an allegation is about.</param>
public sealed record RestrictionRequest(
    IReadOnlyList<string>? Named = null, string? About = null, string? Reason = null);
