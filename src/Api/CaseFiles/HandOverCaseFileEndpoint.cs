using Safeguard.Api.Escalations;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Offers it to another supporter: <c>POST /api/case-files/{id}/handover</c>.</summary>
public static class HandOverCaseFileEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "handover", "handOverCaseFile",
        "Offers the file to another supporter. The owner stays until they accept.");

    public static void MapHandOverCaseFile(this IEndpointRouteBuilder app) =>
        Route.Map<HandoverRequest>(app, (request, reading, _) =>
        {
            var to = reading.Person("to", request.To);
            return (state, context) =>
                HandOverCaseFile.Decide(new(to, reading.Words(request.Reason)), state, context);
        });
}
