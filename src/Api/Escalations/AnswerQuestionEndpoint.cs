using Safeguard.Api.Http;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>The answer: <c>POST /api/escalations/{id}/questions/{question}/answer</c>.</summary>
public static class AnswerQuestionEndpoint
{
    private static readonly EscalationRoute Route = new(
        "questions/{question:guid}/answer", "answerQuestion", "Answers a question. It changes no state.")
    {
        Access = Access.Everyone,
    };

    public static void MapAnswerQuestion(this IEndpointRouteBuilder app) =>
        Route.Map<AnswerRequest>(app, (request, reading, route) =>
        {
            var id = Guid.Parse((string)route["question"]!);
            return (state, context) => AnswerQuestion.Decide(new(id, reading.Words(request.Answer)), state, context);
        });
}

public sealed record AnswerRequest(string? Answer = null);
