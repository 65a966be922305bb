using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>What was shared, or decided not to be: <c>POST /api/case-files/{id}/disclosures</c>.</summary>
public static class RecordCaseDisclosureEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "disclosures", "recordCaseDisclosure",
        "What was shared, with whom, why, with or without consent; or that it was not.");

    public static void MapRecordCaseDisclosure(this IEndpointRouteBuilder app) =>
        Route.Map<CaseDisclosureRequest>(app, (request, reading, _) =>
        {
            reading.Happened(request.OccurredAt);
            var id = reading.Id("disclosure", request.Disclosure);
            var second = reading.Second(request.SecondedBy);
            var decidedBy = reading.OptionalPerson(request.DecidedBy);
            return (state, context) => RecordCaseDisclosure.Decide(
                new(
                    id, request.Shared ?? true, reading.Words(request.What), reading.Words(request.ToWhom),
                    reading.Words(request.Why), request.WithConsent ?? false, request.TrustedContact ?? false,
                    decidedBy, second, reading.Words(request.Grounds)),
                state, context);
        });
}

/// <param name="Shared">False for a decision not to share.</param>
/// <param name="DecidedBy">Who decided; the caller when left out.</param>
/// <param name="SecondedBy">The second senior name, where a trusted contact is told without consent.</param>
/// <param name="Grounds">Why it was right without consent.</param>
public sealed record CaseDisclosureRequest(
    string? Disclosure = null, bool? Shared = null, string? What = null, string? ToWhom = null, string? Why = null,
    bool? WithConsent = null, bool? TrustedContact = null, string? DecidedBy = null, string? SecondedBy = null,
    string? Grounds = null, string? OccurredAt = null);
