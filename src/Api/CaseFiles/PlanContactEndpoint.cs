using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.CaseFiles;

/// <summary>Plans a conversation: <c>POST /api/case-files/{id}/planned-contacts</c>.</summary>
public static class PlanContactEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "planned-contacts", "planContact",
        "Plans a conversation to come. It is logged under the same id once it has been.");

    public static void MapPlanContact(this IEndpointRouteBuilder app) =>
        Route.Map<PlanContactRequest>(app, (request, reading, _) =>
        {
            var at = reading.Moment("at", request.At);
            if (string.IsNullOrWhiteSpace(request.At)) reading.Fault("at", "Say when it is to be.");
            var command = new PlanContact(
                reading.Id("contact", request.Contact), reading.Choice<ContactMode>("mode", request.Mode),
                at ?? default, reading.Words(request.Note));
            return (state, context) => PlanContact.Decide(command, state, context);
        });
}

public sealed record PlanContactRequest(
    string? Contact = null, string? Mode = null, string? At = null, string? Note = null);
