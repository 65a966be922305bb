using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Signposts: <c>POST /api/case-files/{id}/signposts</c>.</summary>
public static class AddSignpostEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "signposts", "addSignpost",
        "Tells the student of a service. Nothing about them leaves the programme.");

    public static void MapAddSignpost(this IEndpointRouteBuilder app) =>
        Route.Map<SignpostRequest>(app, (request, reading, _) =>
        {
            var command = new AddSignpost(
                reading.Id("signpost", request.Signpost), reading.Service("service", request.Service),
                reading.Words(request.Note));
            return (state, context) => AddSignpost.Decide(command, state, context);
        });
}

/// <param name="Service">Its slug in the directory, <c>nightline</c>.</param>
public sealed record SignpostRequest(string? Signpost = null, string? Service = null, string? Note = null);
