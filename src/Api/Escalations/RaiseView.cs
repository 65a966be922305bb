using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Escalations;

/// <summary>
/// The form that raises an urgent contact. It holds no token, so a page left open overnight still sends.
/// </summary>
/// <param name="Id">The escalation's id, made once when the page is served: sending twice arrives once.</param>
/// <param name="Panel">The raiser's own panel, taken when they choose none; null where they have none.</param>
/// <param name="SomebodyOnDuty">Whether that panel's rota names somebody at this moment.</param>
/// <param name="Panels">Every open panel, for those who want another one.</param>
public sealed record RaiseView(string Id, string? Panel, bool SomebodyOnDuty, IReadOnlyList<Choice> Panels)
{
    public Refused? Refused { get; init; }
}
