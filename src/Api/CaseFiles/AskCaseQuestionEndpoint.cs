using Safeguard.Api.Escalations;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>A question, which closes nothing: <c>POST /api/case-files/{id}/questions</c>.</summary>
public static class AskCaseQuestionEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "questions", "askCaseQuestion",
        "Asks a named person something. It closes nothing and stops no clock.");

    public static void MapAskCaseQuestion(this IEndpointRouteBuilder app) =>
        Route.Map<QuestionRequest>(app, (request, reading, _) =>
        {
            var id = reading.Id("id", request.Id);
            var of = reading.Person("of", request.Of);
            return (state, context) =>
                AskCaseQuestion.Decide(new(id, of, reading.Words(request.Question)), state, context);
        });
}
