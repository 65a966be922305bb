using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>
/// The supervisor has spoken with somebody: <c>POST …/contact-requests/{request}/contact</c> and
/// <c>POST …/welfare-calls/{call}/contact</c>.
/// </summary>
public static class AnswerSupervisorTaskEndpoints
{
    private static readonly InstitutionRoute Contact = new(
        "recordBetweenSessionsContact", "supervision", "The supervisor has spoken with whoever asked for contact.");

    private static readonly InstitutionRoute Welfare = new(
        "recordWelfareCall", "supervision", "The supervisor has called somebody who missed sessions and said nothing.");

    public static void MapAnswerSupervisorTasks(this IEndpointRouteBuilder app)
    {
        Contact.MapApi<TaskNoteRequest>(
            app, "POST", "/api/supervision-groups/{id}/contact-requests/{task:guid}/contact", ReadContact);
        Welfare.MapApi<TaskNoteRequest>(
            app, "POST", "/api/supervision-groups/{id}/welfare-calls/{task:guid}/contact", ReadWelfare);
        Contact.MapForm<TaskNoteRequest>(
            app, "/supervisor-tasks/{id}/contact-requests/{task:guid}", SupervisorTaskPages.Page, ReadContact);
        Welfare.MapForm<TaskNoteRequest>(
            app, "/supervisor-tasks/{id}/welfare-calls/{task:guid}", SupervisorTaskPages.Page, ReadWelfare);
    }

    private static InstitutionCommands.Decide ReadContact(
        TaskNoteRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new RecordBetweenSessionsContact(
            SupervisionChange.IdOf(route, "task"), reading.Words(request.Note));
        return change => change.GroupAsync(route, (group, context) =>
            RecordBetweenSessionsContact.Decide(command, group, context));
    }

    private static InstitutionCommands.Decide ReadWelfare(
        TaskNoteRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new RecordWelfareCall(SupervisionChange.IdOf(route, "task"), reading.Words(request.Note));
        return change => change.GroupAsync(route, (group, context) =>
            RecordWelfareCall.Decide(command, group, context));
    }
}

/// <param name="Note">What came of it, in a few words.</param>
public sealed record TaskNoteRequest(string? Note = null);
