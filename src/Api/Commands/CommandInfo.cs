using Safeguard.Domain;

namespace Safeguard.Api.Commands;

/// <summary>Everything about a command that is not its words.</summary>
/// <param name="Id">
/// The command's id: the client's own where it gave one, so that a repeat is recognised for good.
/// </param>
public sealed record CommandInfo(Guid Id, Caller Caller, Role? Role)
{
    /// <summary>When it happened as the person says; null for "now".</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The version the caller decided on; null where none was given.</summary>
    public long? IfMatch { get; init; }
    public string? CorrelationId { get; init; }
    public string? CausationId { get; init; }

    /// <summary>A new command that nobody gave: a clock, a sweep or a sign-in did.</summary>
    public static CommandInfo ByTheProduct() => new(Guid.CreateVersion7(), Caller.System, null);
}
