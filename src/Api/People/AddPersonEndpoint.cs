using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>Somebody joins, or comes back: <c>PUT /api/people/{id}</c>, and the form under the list.</summary>
public static class AddPersonEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "addPerson", "people", "Adds somebody, or adds them again after they left. Roles are given apart.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
        Creates = true,
    };

    public static void MapAddPerson(this IEndpointRouteBuilder app)
    {
        Route.MapApi<PersonRequest>(app, "PUT", "/api/people/{id}", (request, reading, route) =>
            Add((string)route["id"]!, request, reading));
        Route.MapForm<PersonRequest>(app, PeoplePages.Address, PeoplePages.AddPage, (request, reading, _) =>
            Add(request.Id?.Trim() ?? "", request, reading));
    }

    private static InstitutionCommands.Decide Add(string id, PersonRequest request, RequestReading reading)
    {
        var command = new AddPerson(
            new PersonId(id),
            reading.Words(request.Name), reading.Words(request.Email), reading.Words(request.Phone));
        return change => change.PersonAsync(command.Person, (person, context) =>
            AddPerson.Decide(command, person, context));
    }
}

/// <param name="Id">Where the address does not say whom, as in the form.</param>
public sealed record PersonRequest(string? Id = null, string? Name = null, string? Email = null, string? Phone = null);
