using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Attaches what came from outside: <c>POST /api/case-files/{id}/attachments</c>.</summary>
public static class AttachToFileEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "attachments", "attachToFile",
        "What came from outside, a parent's voicemail or a letter. It travels with the file.")
    {
        Access = CaseFileRoute.WhoeverKnows,
    };

    public static void MapAttachToFile(this IEndpointRouteBuilder app) =>
        Route.Map<AttachmentRequest>(app, (request, reading, _) =>
        {
            reading.Happened(request.OccurredAt);
            var command = new AttachToFile(
                reading.Id("attachment", request.Attachment), reading.Choice<Channel>("channel", request.Channel),
                reading.Words(request.From), reading.Words(request.Words));
            return (state, context) => AttachToFile.Decide(command, state, context);
        });
}

/// <param name="Channel"><c>voicemail</c>, <c>letter</c>, <c>email</c> or another way by which it came.</param>
public sealed record AttachmentRequest(
    string? Attachment = null, string? Channel = null, string? From = null, string? Words = null,
    string? OccurredAt = null);
