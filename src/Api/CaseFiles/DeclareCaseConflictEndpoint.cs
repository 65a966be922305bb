using Safeguard.Api.Http;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Steps aside: <c>POST /api/case-files/{id}/conflict</c>.</summary>
public static class DeclareCaseConflictEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "conflict", "declareCaseConflict",
        "“I should not know of this.” The file passes to another, and is not seen again.")
    {
        Access = CaseFileRoute.WhoeverKnows,
    };

    public static void MapDeclareCaseConflict(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonlessRequest>(app, (_, _, _) =>
            (state, context) => DeclareCaseConflict.Decide(new(), state, context));
}
