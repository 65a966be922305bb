using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.CaseFiles;

/// <summary>Corrects a contact: <c>POST /api/case-files/{id}/contacts/{part}/correction</c>.</summary>
public static class CorrectContactEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "contacts/{part:guid}/correction", "correctContact",
        "Corrects a contact, with a reason. What was written before stays, struck through.");

    public static void MapCorrectContact(this IEndpointRouteBuilder app) =>
        Route.Map<CorrectContactRequest>(app, (request, reading, route) =>
        {
            reading.Happened(request.OccurredAt);
            var command = new CorrectContact(
                reading.Id("correction", request.Correction), CaseFilePart.Of(route),
                reading.Choice<ContactMode>("mode", request.Mode),
                reading.OptionalChoice<Channel>("channel", request.Channel), request.Reached,
                request.Minutes,
                LogContactRequest.ReadTopics(reading, request.Topics),
                reading.OptionalChoice<Band>("band", request.Band), reading.Words(request.Note), reading.OccurredAt,
                reading.Words(request.Reason));
            return (state, context) => CorrectContact.Decide(command, state, context);
        });
}

/// <param name="OccurredAt">When it happened; left out, the day stays.</param>
public sealed record CorrectContactRequest(
    string? Correction = null, string? Mode = null, string? Channel = null, bool? Reached = null,
    int? Minutes = null, IReadOnlyList<string>? Topics = null, string? Band = null, string? Note = null,
    string? OccurredAt = null, string? Reason = null);
