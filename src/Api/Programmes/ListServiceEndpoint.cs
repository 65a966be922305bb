using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>A service enters the directory: <c>PUT /api/services/{id}</c>, and its form.</summary>
public static class ListServiceEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "listService", "programme", "Puts a service into the directory, or back into it.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
        Creates = true,
    };

    public static void MapListService(this IEndpointRouteBuilder app)
    {
        Route.MapApi<ServiceRequest>(app, "PUT", "/api/services/{id}", (request, reading, route) =>
            List((string)route["id"]!, request, reading));
        Route.MapForm<ServiceRequest>(app, ServicesPages.Address, ServicesPages.Page(_ => "service"),
            (request, reading, _) => List(IdOf(request.Name), request, reading));
    }

    private static InstitutionCommands.Decide List(string service, ServiceRequest request, RequestReading reading)
    {
        var entry = request.Read(reading);
        return change => change.ProgrammeAsync((programme, context) =>
            ListService.Decide(new(service, entry(null)), programme, context));
    }

    /// <summary>The form does not ask for an id: the name makes one. A missing name is the rules' business.</summary>
    private static string IdOf(string? name)
    {
        var slug = Slug.Of(name ?? "");
        if (slug.Length == 0) return "unnamed";
        return slug.Length <= Slug.MaxLength ? slug : slug[..Slug.MaxLength].TrimEnd('-');
    }
}

/// <summary>What the directory says about a service.</summary>
/// <param name="Kind"><c>Professional</c> or <c>StudentGroup</c>.</param>
/// <param name="Inside">Part of the university.</param>
/// <param name="Contact">A number, an address, or what to text where.</param>
/// <param name="Opens">Opening hours as written, <c>Mon-Fri 09:00-17:00</c>.</param>
/// <param name="Urgent">Takes urgent work.</param>
public sealed record ServiceRequest(
    string? Name = null, string? Kind = null, bool? Inside = null, string? Contact = null, string? Opens = null,
    bool? Urgent = null)
{
    /// <summary>What was said; what was left out is as it was.</summary>
    public Func<ServiceEntry?, ServiceEntry> Read(RequestReading reading)
    {
        var kind = reading.OptionalChoice<ServiceKind>("kind", Kind);
        return known => new(
            Name?.Trim() ?? known?.Name ?? "",
            kind ?? known?.Kind ?? ServiceKind.Professional,
            Inside ?? known?.Inside ?? false,
            Contact?.Trim() ?? known?.Contact ?? "",
            string.IsNullOrWhiteSpace(Opens) ? Opens is null ? known?.Opens : null : Opens.Trim(),
            Urgent ?? known?.Urgent ?? false);
    }
}
