using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>That it went to the service: <c>POST /api/referrals/{id}/sent</c>.</summary>
public static class SendReferralEndpoint
{
    private static readonly ReferralRoute Route = new(
        "sent", "sendReferral",
        "Records what went to the service, to whom and how. Needs consent, except in a crisis (R7).");

    public static void MapSendReferral(this IEndpointRouteBuilder app) =>
        Route.Map<ReferralSendingRequest>(app, (request, reading, _) =>
        {
            reading.Happened(request.OccurredAt);
            var channel = reading.OptionalChoice<Channel>("channel", request.Channel);
            return (state, context) => SendReferral.Decide(
                new(
                    reading.Words(request.What), reading.Words(request.ToWhom), channel, reading.Words(request.Why)),
                state, context);
        });
}

/// <param name="Channel">How it went: <c>email</c>, <c>phone</c>, <c>letter</c> and so on.</param>
/// <param name="Why">Why without consent, in a crisis; it may follow as a disclosure record.</param>
public sealed record ReferralSendingRequest(
    string? What = null, string? ToWhom = null, string? Channel = null, string? Why = null, string? OccurredAt = null);
