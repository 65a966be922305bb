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
        {
            var decisions = (request.Decisions ?? [])
                .Where(given => given is not null)
                .Select(given => new DecisionGiven(reading.Words(given.Decision), reading.Words(given.Reason)))
                .Where(given => given.Decision is not null || given.Reason is not null).ToList();
            var told = (request.Told ?? []).Select(Confidential.From).OfType<Confidential>().ToList();
            return (state, context) => CloseEscalation.Decide(
                new(
                    reading.Words(request.Summary), reading.Words(request.FollowUp), decisions,
                    reading.Words(request.Outcome), told),
                state, context);
        });
}

/// <param name="Decisions">Each decision with its reason; at least one.</param>
/// <param name="Told">Who was told; at least one entry, "nobody" among them.</param>
public sealed record ClosureRequest(
    string? Summary = null, string? FollowUp = null, IReadOnlyList<DecisionRequest>? Decisions = null,
    string? Outcome = null, IReadOnlyList<string>? Told = null);

public sealed record DecisionRequest(string? Decision = null, string? Reason = null);
