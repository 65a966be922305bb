using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>A service leaves the directory: <c>POST /api/services/{id}/withdrawal</c>, and its form.</summary>
public static class WithdrawServiceEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "withdrawService", "programme", "Takes a service out of the directory.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
    };

    public static void MapWithdrawService(this IEndpointRouteBuilder app)
    {
        Route.MapApi<WithdrawalRequest>(app, "POST", "/api/services/{id}/withdrawal", Read);
        Route.MapForm<WithdrawalRequest>(
            app, "/services/{id}/withdrawal", ServicesPages.Page(route => $"service-{route["id"]}-withdrawal"), Read);
    }

    private static InstitutionCommands.Decide Read(
        WithdrawalRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var service = (string)route["id"]!;
        return change => change.ProgrammeAsync((programme, context) =>
            WithdrawService.Decide(new(service), programme, context));
    }
}

/// <summary>Nothing needs to be said.</summary>
public sealed record WithdrawalRequest;
