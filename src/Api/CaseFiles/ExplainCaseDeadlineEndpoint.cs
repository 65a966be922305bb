using Safeguard.Api.Escalations;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Why a deadline was missed: <c>POST /api/case-files/{id}/explanations</c>.</summary>
public static class ExplainCaseDeadlineEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "explanations", "explainCaseDeadline", "Why a deadline was missed, in the words of whoever answers for it.");

    public static void MapExplainCaseDeadline(this IEndpointRouteBuilder app) =>
        Route.Map<ExplanationRequest>(app, (request, reading, _) =>
        {
            var (which, item) = request.Split();
            var deadline = reading.Choice<CaseDeadline>("deadline", which);
            var of = string.IsNullOrWhiteSpace(item) ? (Guid?)null : reading.Id("item", item);
            return (state, context) => ExplainCaseDeadline.Decide(
                new(deadline, of, reading.Words(request.Reason)), state, context);
        });
}
