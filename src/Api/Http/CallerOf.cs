using System.Security.Claims;
using Safeguard.Api.Commands;
using Safeguard.Domain;

namespace Safeguard.Api.Http;

/// <summary>The person behind a request, with the roles they hold at this moment.</summary>
public static class CallerOf
{
    /// <summary>The claim that names the person; all else is looked up.</summary>
    public const string PersonClaim = "person";

    private const string IdempotencyKey = "Idempotency-Key";

    public static PersonId? Person(ClaimsPrincipal user) =>
        user.FindFirstValue(PersonClaim) is { Length: > 0 } person ? new PersonId(person) : null;

    /// <summary>Set by <see cref="AccessCheck"/>; only endpoints that need sign-in may ask.</summary>
    public static Caller Caller(this HttpContext http) =>
        http.Features.Get<Caller>()
        ?? throw new InvalidOperationException("This endpoint lets in people without sign-in.");

    internal static void Set(HttpContext http, Caller caller) => http.Features.Set(caller);

    /// <summary>
    /// The command's id is the client's where it gives one (header <c>Idempotency-Key</c>, or a form's hidden field),
    /// bound to the person so that nobody can answer with another's command.
    /// </summary>
    public static CommandInfo Command(this HttpContext http, string? given = null, DateTimeOffset? occurredAt = null)
    {
        given ??= http.Request.Headers[IdempotencyKey].FirstOrDefault();
        var caller = http.Caller();
        var id = string.IsNullOrWhiteSpace(given)
            ? Guid.CreateVersion7()
            : EventStore.StreamIds.For("command", $"{caller.Person}/{http.Request.Path}/{given}");
        return new CommandInfo(id, caller, MainRole(caller))
        {
            OccurredAt = occurredAt,
            IfMatch = IfMatch.Read(http.Request),
            CorrelationId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
        };
    }

    private static Role? MainRole(Caller caller) => caller.Roles.Count == 0 ? null : caller.Roles[0].Role;
}
