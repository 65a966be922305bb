using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>Closing with a record good enough for an inquest: <c>POST /api/escalations/{id}/closure</c>.</summary>
public static class CloseEscalationEndpoint
{
    private static readonly EscalationRoute Route = new(
        "closure",
        "closeEscalation",
        "Closes it, with a record good enough for an inquest. The only command that closes.")
    {
        NeedsVersion = true,
    };

    public static void MapCloseEscalation(this IEndpointRouteBuilder app) =>
        Route.Map<ClosureRequest>(app, (request, reading, _) =>
            (state, context) => CloseEscalation.Decide(
                new(
                    reading.Words(request.Summary), reading.Words(request.FollowUp),
                    DecisionRequest.Read(request.Decisions), reading.Words(request.Outcome),
                    Confidential.FromEach(request.Told)),
                state, context));
}

/// <param name="Decisions">Each decision with its reason; at least one.</param>
/// <param name="Told">Who was told; at least one entry, "nobody" among them.</param>
public sealed record ClosureRequest(
    string? Summary = null, string? FollowUp = null, IReadOnlyList<DecisionRequest>? Decisions = null,
    string? Outcome = null, IReadOnlyList<string>? Told = null);

/// <summary>A decision that was taken, and why.</summary>
public sealed record DecisionRequest(string? Decision = null, string? Reason = null)
{
    /// <summary>Lines of a form that were left empty are no decisions.</summary>
    internal static IReadOnlyList<DecisionGiven> Read(IReadOnlyList<DecisionRequest>? given) =>
    [
        .. (given ?? []).OfType<DecisionRequest>()
            .Select(line => new DecisionGiven(Confidential.From(line.Decision), Confidential.From(line.Reason)))
            .Where(line => line.Decision is not null || line.Reason is not null),
    ];
}
