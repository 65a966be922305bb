using Safeguard.Api.Escalations;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Gives it to somebody else: <c>POST /api/case-files/{id}/reassignment</c>.</summary>
public static class ReassignCaseFileEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "reassignment", "reassignCaseFile",
        "A Coordinator gives the file to somebody else, with a reason.")
    {
        Access = Access.Only(Role.Coordinator),
    };

    public static void MapReassignCaseFile(this IEndpointRouteBuilder app) =>
        Route.Map<HandoverRequest>(app, (request, reading, _) =>
        {
            var to = reading.Person("to", request.To);
            return (state, context) =>
                ReassignCaseFile.Decide(new(to, reading.Words(request.Reason)), state, context);
        });
}
