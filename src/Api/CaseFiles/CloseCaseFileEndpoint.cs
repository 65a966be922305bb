using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Closes it: <c>POST /api/case-files/{id}/closure</c>.</summary>
public static class CloseCaseFileEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "closure", "closeCaseFile",
        "A Senior Member or Supervisor other than who resolved it closes it.")
    {
        NeedsVersion = true,
    };

    public static void MapCloseCaseFile(this IEndpointRouteBuilder app) =>
        Route.Map<ClosingNoteRequest>(app, (request, reading, _) =>
            (state, context) => CloseCaseFile.Decide(new(reading.Words(request.Note)), state, context));
}

public sealed record ClosingNoteRequest(string? Note = null);
