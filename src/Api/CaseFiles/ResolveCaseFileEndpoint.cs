using Safeguard.Api.Escalations;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Resolves it: <c>POST /api/case-files/{id}/resolution</c>.</summary>
public static class ResolveCaseFileEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "resolution", "resolveCaseFile",
        "The owner resolves it, with a record good enough for an inquest. Another closes it.")
    {
        NeedsVersion = true,
    };

    public static void MapResolveCaseFile(this IEndpointRouteBuilder app) =>
        Route.Map<ResolutionRequest>(app, (request, reading, _) =>
        {
            var reason = reading.OptionalChoice<ResolutionReason>("reason", request.Reason);
            var duplicate = reading.CaseCode("duplicateOf", request.DuplicateOf);
            return (state, context) => ResolveCaseFile.Decide(
                new(
                    reason, duplicate, reading.Words(request.Summary), reading.Words(request.FollowUp),
                    DecisionRequest.Read(request.Decisions), reading.Words(request.Outcome),
                    Confidential.FromEach(request.Told)),
                state, context);
        });
}

/// <param name="Reason"><c>supportComplete</c>, <c>handedOver</c>, <c>declinedHelp</c> and others.</param>
/// <param name="DuplicateOf">The other file's code, for a duplicate.</param>
/// <param name="Told">Who was told; at least one entry, "nobody" among them.</param>
public sealed record ResolutionRequest(
    string? Reason = null, string? DuplicateOf = null, string? Summary = null, string? FollowUp = null,
    IReadOnlyList<DecisionRequest>? Decisions = null, string? Outcome = null, IReadOnlyList<string>? Told = null);
