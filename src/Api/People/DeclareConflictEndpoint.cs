using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>
/// A conflict of interest is declared: <c>POST /api/people/{id}/conflicts</c>, and its form. Whoever holds an
/// escalation that it concerns steps aside in the same transaction (R15).
/// </summary>
public static class DeclareConflictEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "declareConflict", "people",
        "A person must not take what concerns somebody or something; they step aside at once.");

    public static void MapDeclareConflict(this IEndpointRouteBuilder app)
    {
        var held = app.ServiceProvider.GetRequiredService<HeldItems>();
        Route.MapApi<ConflictDeclarationRequest>(app, "POST", "/api/people/{id}/conflicts", (request, reading, route) =>
            Declare(held, PersonChange.PersonOf(route), request.Read(reading)));
        Route.MapForm<ConflictDeclarationRequest>(app, "/people/{id}/conflicts", PersonPages.Page("conflict"),
            (request, reading, route) => Declare(held, PersonChange.PersonOf(route), request.Read(reading)));
    }

    private static InstitutionCommands.Decide Declare(HeldItems held, PersonId person, DeclareConflict command) =>
        async change =>
        {
            var rejection = await change.KnownPersonAsync(person, (state, context) =>
                command.Towards.Person is { } other && change.Institution.Person(other) is null
                    ? new ConflictTowardsWhat { Missing = ["towards"] }
                    : DeclareConflict.Decide(command, state, context));
            if (rejection is null && !change.Transaction.IsEmpty)
                await held.StepAsideAsync(change.Transaction, person, command.Towards);
            return rejection;
        };
}

/// <summary>Towards exactly one of a person, an escalation and a case file.</summary>
/// <param name="Conflict">The declaration's own id, made by the client; sent twice it is declared once.</param>
/// <param name="Towards">The person's id.</param>
/// <param name="Ground"><c>Subject</c>, <c>Tutor</c>, <c>DisciplineRole</c> or <c>Relationship</c>.</param>
public sealed record ConflictDeclarationRequest(
    string? Conflict = null, string? Towards = null, string? Escalation = null, string? CaseFile = null,
    string? Ground = null, string? Note = null)
{
    internal DeclareConflict Read(RequestReading reading) => new(
        reading.Id("conflict", Conflict),
        new ConflictTowards(
            reading.OptionalPerson(Towards),
            string.IsNullOrWhiteSpace(Escalation) ? null : reading.Id("escalation", Escalation),
            string.IsNullOrWhiteSpace(CaseFile) ? null : CaseFile.Trim()),
        reading.Choice<ConflictGround>("ground", Ground),
        reading.Words(Note));
}
