using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>Why a deadline was missed: <c>POST /api/escalations/{id}/explanations</c>.</summary>
public static class ExplainDeadlineEndpoint
{
    private static readonly EscalationRoute Route = new(
        "explanations", "explainDeadline", "Why a deadline was missed, in the words of whoever answers for it.");

    public static void MapExplainDeadline(this IEndpointRouteBuilder app) =>
        Route.Map<ExplanationRequest>(app, (request, reading, _) =>
        {
            var (which, item) = request.Split();
            var deadline = reading.Choice<Deadline>("deadline", which);
            var of = string.IsNullOrWhiteSpace(item) ? (Guid?)null : reading.Id("item", item);
            return (state, context) => ExplainDeadline.Decide(
                new(deadline, of, reading.Words(request.Reason)), state, context);
        });
}

/// <param name="Deadline"><c>acknowledgeBy</c>, <c>respondBy</c>, <c>question</c>, …</param>
/// <param name="Item">The question or action it belongs to.</param>
public sealed record ExplanationRequest(string? Deadline = null, string? Item = null, string? Reason = null)
{
    /// <summary>A form's one choice names both, <c>question:ID</c>.</summary>
    internal (string? Which, string? Item) Split() =>
        Deadline?.Split(':', 2) is [var which, var item] ? (which, item) : (Deadline, Item);
}
