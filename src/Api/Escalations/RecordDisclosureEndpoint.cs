using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>What was shared, or decided not to be: <c>POST /api/escalations/{id}/disclosures</c>.</summary>
public static class RecordDisclosureEndpoint
{
    private static readonly EscalationRoute Route = new(
        "disclosures",
        "recordDisclosure",
        "What was shared, with whom, why, with or without consent; or that it was not.");

    public static void MapRecordDisclosure(this IEndpointRouteBuilder app) =>
        Route.Map<DisclosureRequest>(app, (request, reading, _) =>
        {
            var id = reading.Id("disclosure", request.Disclosure);
            var decidedBy = reading.OptionalPerson(request.DecidedBy);
            return (state, context) => RecordDisclosure.Decide(
                new(
                    id, request.Shared ?? true, reading.Words(request.What), reading.Words(request.ToWhom),
                    reading.Words(request.Why), request.WithConsent ?? false, request.TrustedContact ?? false,
                    decidedBy),
                state, context);
        });
}

/// <param name="Shared">False for a decision not to share.</param>
/// <param name="DecidedBy">Who decided; the caller when left out.</param>
public sealed record DisclosureRequest(
    string? Disclosure = null, bool? Shared = null, string? What = null, string? ToWhom = null, string? Why = null,
    bool? WithConsent = null, bool? TrustedContact = null, string? DecidedBy = null);
