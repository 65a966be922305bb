using Safeguard.Api.Escalations;
using Safeguard.Api.Http;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>The answer: <c>POST /api/case-files/{id}/questions/{part}/answer</c>.</summary>
public static class AnswerCaseQuestionEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "questions/{part:guid}/answer", "answerCaseQuestion",
        "Answers a question. It changes no state.")
    {
        Access = Access.Everyone,
    };

    public static void MapAnswerCaseQuestion(this IEndpointRouteBuilder app) =>
        Route.Map<AnswerRequest>(app, (request, reading, route) =>
        {
            var id = CaseFilePart.Of(route);
            return (state, context) =>
                AnswerCaseQuestion.Decide(new(id, reading.Words(request.Answer)), state, context);
        });
}
