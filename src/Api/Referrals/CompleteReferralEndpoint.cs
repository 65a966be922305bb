using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>What became of it: <c>POST /api/referrals/{id}/completion</c>.</summary>
public static class CompleteReferralEndpoint
{
    private static readonly ReferralRoute Route = new(
        "completion", "completeReferral", "Says what became of it, as the record shows it, and ends it.");

    public static void MapCompleteReferral(this IEndpointRouteBuilder app) =>
        Route.Map<ReferralOutcomeRequest>(app, (request, reading, _) =>
        {
            var outcome = reading.Choice<ReferralOutcome>("outcome", request.Outcome);
            var note = reading.Words(request.Note);
            return (state, context) => CompleteReferral.Decide(new(outcome, note), state, context);
        });
}

/// <param name="Outcome"><c>helped</c>, <c>withService</c>, <c>notHelped</c>, <c>notKnown</c> and so on.</param>
public sealed record ReferralOutcomeRequest(string? Outcome = null, string? Note = null);
