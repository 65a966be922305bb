using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>
/// Beginning to keep a programme here: <c>PUT /api/programmes/{id}</c>. There is one, <c>listening</c>; an import
/// starts it as well.
/// </summary>
public static class StartProgrammeEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "startProgramme", "programme", "Begins to keep the listening programme here.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
        Creates = true,
    };

    public static void MapStartProgramme(this IEndpointRouteBuilder app) =>
        Route.MapApi<StartProgrammeRequest>(app, "PUT", "/api/programmes/{id}", (request, reading, route) =>
        {
            var id = (string)route["id"]!;
            var kind = reading.OptionalChoice<ProgrammeKind>("kind", request.Kind) ?? ProgrammeKind.Listening;
            return change => change.ProgrammeAsync((programme, context) => id == Programme.Listening
                ? StartProgramme.Decide(new(id, kind), programme, context)
                : new ProgrammeUnknown());
        });
}

/// <param name="Kind"><c>Listening</c> when left out.</param>
public sealed record StartProgrammeRequest(string? Kind = null);
