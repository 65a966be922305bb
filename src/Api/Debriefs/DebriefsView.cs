using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;

namespace Safeguard.Api.Debriefs;

/// <summary>The debriefs that one supervisor owes, soonest first (R14).</summary>
public sealed record DebriefsView(IReadOnlyList<DebriefLine> Due)
{
    public Refused? Refused { get; init; }
}

/// <param name="Code">The escalation's short public code.</param>
/// <param name="Raiser">Whom to talk with; never what it was about.</param>
public sealed record DebriefLine(
    string Escalation, string Code, Band Band, string Raiser, string? Phone,
    DateTimeOffset RaisedAt, DateTimeOffset DueBy);
