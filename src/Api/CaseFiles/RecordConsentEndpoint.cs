using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Consent: <c>POST /api/case-files/{id}/consent</c>.</summary>
public static class RecordConsentEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "consent", "recordConsent",
        "What the student said yes or no to. The last word counts, and every one stays.");

    public static void MapRecordConsent(this IEndpointRouteBuilder app) =>
        Route.Map<ConsentRequest>(app, (request, reading, _) =>
        {
            if (request.Given is null) reading.Fault("given", "Say whether they agreed.");
            var to = reading.Choice<ConsentTo>("to", request.To);
            return (state, context) => RecordConsent.Decide(
                new(to, request.Given ?? false, reading.Words(request.How)), state, context);
        });
}

/// <param name="To"><c>record</c>, <c>referral</c> or <c>trustedContact</c>.</param>
/// <param name="How">How they said it, in a word.</param>
public sealed record ConsentRequest(string? To = null, bool? Given = null, string? How = null);
