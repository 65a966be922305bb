using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>A note of a session, by case codes: <c>POST …/sessions/{session}/notes</c>.</summary>
public static class AddSessionNoteEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "addSessionNote", "supervision", "Notes what a session was about. A name in it warns before it is saved.")
    {
        Access = Access.Only(Role.Supervisor),
    };

    public static void MapAddSessionNote(this IEndpointRouteBuilder app)
    {
        Route.MapApi<NoteRequest>(
            app, "POST", "/api/supervision-groups/{id}/sessions/{session:guid}/notes", Read);
        Route.MapForm<NoteRequest>(
            app, "/groups/{id}/sessions/{session:guid}/notes", RegisterPages.Page("note", "noted"), Read);
    }

    private static InstitutionCommands.Decide Read(
        NoteRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new AddSessionNote(
            SupervisionChange.IdOf(route, "session"), request.Note,
            reading.Flag("sure", request.Sure, otherwise: false));
        return change => change.GroupAsync(route, (group, context) => AddSessionNote.Decide(command, group, context));
    }
}

/// <param name="Sure"><c>true</c> after the warning: no name is in it.</param>
public sealed record NoteRequest(string? Note = null, string? Sure = null);
