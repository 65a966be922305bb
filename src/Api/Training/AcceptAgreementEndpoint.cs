using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Api.Supervision;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;

namespace Safeguard.Api.Training;

/// <summary>A trainee accepts what supporters promise: <c>POST /api/supporters/{id}/agreements</c> (R11).</summary>
public static class AcceptAgreementEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "acceptAgreement", "training", "Accepts the code of conduct or the confidentiality agreement, for oneself.");

    public static void MapAcceptAgreement(this IEndpointRouteBuilder app)
    {
        Route.MapApi<AgreementRequest>(app, "POST", "/api/supporters/{id}/agreements", Read);
        Route.MapForm<AgreementRequest>(
            app, "/supporters/{id}/agreements",
            OwnSupervisionPages.FormOf((_, form) => $"agreement-{form["agreement"]}"), Read);
    }

    internal static InstitutionCommands.Decide Read(
        AgreementRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var person = SupervisionChange.SupporterOf(route);
        var command = new AcceptAgreement(reading.Choice<Agreement>("agreement", request.Agreement), request.Version);
        return change => change.SupporterAsync(person, (supporter, context) =>
            AcceptAgreement.Decide(command, person, supporter, context));
    }
}

/// <param name="Agreement"><c>codeOfConduct</c> or <c>confidentiality</c>.</param>
/// <param name="Version">Of the text that was read.</param>
public sealed record AgreementRequest(string? Agreement = null, string? Version = null);
