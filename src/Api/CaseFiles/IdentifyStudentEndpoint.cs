using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Who the student is: <c>POST /api/case-files/{id}/identity</c>.</summary>
public static class IdentifyStudentEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "identity", "identifyStudent",
        "Who the student is. Never asked for, and read by those alone who read the file.");

    public static void MapIdentifyStudent(this IEndpointRouteBuilder app) =>
        Route.Map<IdentityRequest>(app, (request, reading, _) =>
        {
            var person = reading.OptionalPerson(request.Person);
            return (state, context) => IdentifyStudent.Decide(
                new(
                    reading.Words(request.Name), reading.Words(request.Reach), reading.Words(request.TrustedContact),
                    person, reading.Words(request.Reason)),
                state, context);
        });
}

/// <param name="Reach">How to reach the student.</param>
/// <param name="Person">Their id, where they are a person of the programme.</param>
/// <param name="Reason">Why it is said anew; asked for only then.</param>
public sealed record IdentityRequest(
    string? Name = null, string? Reach = null, string? TrustedContact = null, string? Person = null,
    string? Reason = null);
