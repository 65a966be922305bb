using Safeguard.Api.Http;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Opens it again by hand: <c>POST /api/case-files/{id}/reopening</c>.</summary>
public static class ReopenCaseFileEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "reopening", "reopenCaseFile",
        "Opens a resolved or closed file again, with a reason.");

    public static void MapReopenCaseFile(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonRequest>(app, (request, reading, _) =>
            (state, context) => ReopenCaseFile.Decide(new(reading.Words(request.Reason)), state, context));
}
