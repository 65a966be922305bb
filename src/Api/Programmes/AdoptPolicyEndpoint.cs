using System.Text.Json;
using System.Text.Json.Serialization;
using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>Another policy is adopted (R29): <c>PUT /api/programmes/{id}/policy</c>, and its form.</summary>
public static class AdoptPolicyEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "adoptPolicy", "programme", "Adopts a policy as an event; values left out stay as the latest policy has them.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
        NeedsVersion = true,
    };

    public static void MapAdoptPolicy(this IEndpointRouteBuilder app)
    {
        Route.MapApi<PolicyRequest>(app, "PUT", "/api/programmes/{id}/policy", Read);
        Route.MapForm<PolicyRequest>(app, PolicyPages.Address, PolicyPages.Page, Read);
    }

    private static InstitutionCommands.Decide Read(
        PolicyRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var programmeId = (string?)route.GetValueOrDefault("id") ?? Programme.Listening;
        var effectiveFrom = reading.Moment("effectiveFrom", request.EffectiveFrom);
        var values = request.Read(reading);
        return change => change.ProgrammeAsync((programme, context) => programmeId == Programme.Listening
            ? AdoptPolicy.Decide(new(values(Latest(programme)), effectiveFrom, request.Reason), programme, context)
            : new ProgrammeUnknown());
    }

    private static Policy Latest(Programme programme) =>
        programme.Policies.IsEmpty ? Policy.Default : programme.Policies[^1].Policy;
}

/// <param name="Policy">
/// The values that are to change, by the names under which the policy is read; lengths of time as ISO 8601 durations
/// or as people write them.
/// </param>
/// <param name="EffectiveFrom">From now on when left out; never in the past.</param>
/// <param name="Reason">Why; needed.</param>
/// <param name="Whole">True where every value is sent, so that an empty one is emptied: as a form does it.</param>
public sealed record PolicyRequest(
    IReadOnlyDictionary<string, JsonElement>? Policy = null, string? EffectiveFrom = null, string? Reason = null,
    bool? Whole = null)
{
    /// <summary>The same values where a form sends them, side by side with the reason.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Fields { get; init; }

    /// <summary>What was said, on top of what the latest policy says; what cannot be read is reported.</summary>
    public Func<Policy, Policy> Read(RequestReading reading)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Fields ?? []) typed[name] = TextOf(value);
        foreach (var (name, value) in Policy ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        {
            typed[name] = TextOf(value);
            if (name != "version" && PolicyField.All.All(field => field.Name != name))
                reading.Fault(name, "A policy has no value of this name.");
        }

        var given = PolicyField.All.Where(field => Whole == true || typed.ContainsKey(field.Name)).ToList();
        foreach (var field in given)
        {
            if (field.Read(Domain.Programmes.Policy.Default, typed.GetValueOrDefault(field.Name, "")) is null)
                reading.Fault(field.Name, $"{field.Group}: {field.Label}: this cannot be read.");
        }

        return latest => given.Aggregate(
            latest, (policy, field) => field.Read(policy, typed.GetValueOrDefault(field.Name, "")) ?? policy);
    }

    /// <summary>As the form would have it: lists with commas.</summary>
    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };
}
