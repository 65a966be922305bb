using System.Text.Json;
using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.EventStore;

namespace Safeguard.Api.Escalations;

/// <summary>
/// Raising (R1): <c>PUT /api/escalations/{id}</c> and the form at <c>/raise</c>. Nothing but silence, unreadable JSON
/// and more than 64 KB is refused; sent twice it arrives once.
/// </summary>
public static class RaiseEscalationEndpoint
{
    public static void MapRaiseEscalation(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/escalations/{id}", PutAsync)
            .For(Access.EvenAfterLeaving).WithName("raiseEscalation").WithTags("escalations")
            .WithSummary("Raise an urgent contact. Needs a few words or emergencyNow; never refused for anything else.")
            .Takes<RaiseBody>().Produces<RaiseAnswer>(201).Problems(400, 401, 413, 422);
        app.MapPost("/raise", PostAsync).For(Access.EvenAfterLeaving).ExcludeFromDescription();
    }

    private static async Task<IResult> PutAsync(string id, HttpContext http, Raising raising)
    {
        var (bytes, problem) = await ApiJson.ReadBytesAsync(http.Request);
        if (problem is not null) return problem.ToResult();
        JsonElement body;
        try
        {
            body = JsonSerializer.Deserialize<JsonElement>(bytes);
            if (body.ValueKind != JsonValueKind.Object) return NotAnObject.ToResult();
            var read = RaiseRequest.Fields(body);
            var (outcome, raised) = await raising.RaiseAsync(http.Caller(), IdOf(id, http.Caller()), read);
            return Respond.Of(http, outcome, _ => ApiJson.Created($"/api/escalations/{raised!.Id}", raised, http));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException
        {
            Source: "System.Text.Json"
        })
        {
            return NotAnObject.ToResult();
        }
    }

    private static async Task<IResult> PostAsync(HttpContext http, Raising raising, RaisePages pages)
    {
        var form = await http.Request.FormAsync();
        if (FormBody.SizeOf(form) > ApiJson.MaxBodyBytes) return pages.Refused(http, form, Problem.TooLarge);
        var id = IdOf(form["id"].ToString(), http.Caller());
        var (outcome, raised) = await raising.RaiseAsync(http.Caller(), id, name => form[name]);
        return outcome is Done
            ? Respond.SeeOther($"/receipts/{raised!.Id}")
            : pages.Refused(http, form, Problem.Of(((Rejected)outcome).Rejection));
    }

    private static Problem NotAnObject { get; } = Problem.Unreadable(
        "This is not a JSON object in UTF-8. If someone is in danger, phone; then send {\"emergencyNow\": true}.");

    /// <summary>Any id will do, and a bad one must not cost the raise: it becomes an id of the raiser's own.</summary>
    private static Guid IdOf(string id, Caller caller) => Guid.TryParse(id, out var given) && given != Guid.Empty
        ? given
        : string.IsNullOrWhiteSpace(id) ? Guid.CreateVersion7() : StreamIds.For("escalation", $"{caller.Person}/{id}");
}

/// <summary>
/// What a raise may say; one of <c>what</c> and <c>emergencyNow</c> is enough, and all else is kept as typed.
/// </summary>
public sealed record RaiseBody(
    string? What, bool? EmergencyNow, Band? Band, Answers? Answers, string? Panel, string? CaseFile, string? Where,
    string? OccurredAt);

/// <summary>What the raiser is told at once.</summary>
/// <param name="Facts">Policy facts that were attached, as stable codes; never a refusal.</param>
public sealed record RaiseAnswer(
    Guid Id, string Receipt, Band Band, EscalationState State, DateTimeOffset RaisedAt, DateTimeOffset AcknowledgeBy,
    DateTimeOffset RespondBy, IReadOnlyList<PersonId> RoutedTo, IReadOnlyList<string> Facts,
    IReadOnlyList<EmergencyNumberAnswer> EmergencyNumbers);

public sealed record EmergencyNumberAnswer(string Name, string Number);
