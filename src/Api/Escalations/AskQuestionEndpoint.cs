using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>A question, which closes nothing: <c>POST /api/escalations/{id}/questions</c>.</summary>
public static class AskQuestionEndpoint
{
    private static readonly EscalationRoute Route = new(
        "questions", "askQuestion", "Asks a named person something. It closes nothing and stops no clock.");

    public static void MapAskQuestion(this IEndpointRouteBuilder app) =>
        Route.Map<QuestionRequest>(app, (request, reading, _) =>
        {
            var id = reading.Id("id", request.Id);
            var of = reading.Person("of", request.Of);
            return (state, context) => AskQuestion.Decide(new(id, of, reading.Words(request.Question)), state, context);
        });
}

/// <param name="Id">The question's own id, made by the client; made here when left out.</param>
public sealed record QuestionRequest(string? Id = null, string? Of = null, string? Question = null);
