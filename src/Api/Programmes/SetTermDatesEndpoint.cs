using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>When a term is: <c>PUT /api/terms/{id}</c>. Said with other days, it replaces what was said.</summary>
public static class SetTermDatesEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "setTermDates", "programme", "Says when a term is; its first and its last day are in term.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
    };

    public static void MapSetTermDates(this IEndpointRouteBuilder app) =>
        Route.MapApi<TermRequest>(app, "PUT", "/api/terms/{id}", (request, reading, route) =>
        {
            var id = Slug.Of((string)route["id"]!);
            var (starts, ends) = (reading.Day("starts", request.Starts), reading.Day("ends", request.Ends));
            if (request.Term is { } given && Slug.Of(given) != id)
                reading.Fault("term", "The address holds this name in lower case with hyphens; the two differ.");
            return change => change.ProgrammeAsync((programme, context) =>
            {
                var known = programme.Terms.Keys.FirstOrDefault(name => Slug.Of(name) == id);
                return SetTermDates.Decide(new(known ?? request.Term ?? id, starts, ends), programme, context);
            });
        });
}

/// <param name="Term">The name as the institution writes it, <c>Michaelmas 2026</c>; its slug is the id.</param>
/// <param name="Starts">Its first day, <c>2026-10-11</c>.</param>
public sealed record TermRequest(string? Term = null, string? Starts = null, string? Ends = null);
