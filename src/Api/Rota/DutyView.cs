using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Rota;

/// <summary>One Senior Member's own shifts, soonest first.</summary>
public sealed record DutyView(IReadOnlyList<OwnShiftView> Shifts)
{
    /// <summary>Panels whose rota they may look at and cover.</summary>
    public IReadOnlyList<PanelLink> Panels { get; init; } = [];

    public Refused? Refused { get; init; }
}

/// <summary>A part of a shift that is one person's own.</summary>
/// <param name="Shift">The shift's id.</param>
/// <param name="Beside">Who has the other duty for the panel meanwhile; null where nobody has.</param>
/// <param name="Confirmed">They have said "I am on duty".</param>
/// <param name="MayConfirm">It may be said now.</param>
public sealed record OwnShiftView(
    string Shift, string PanelSlug, string Panel, Duty Duty, DateTimeOffset Starts, DateTimeOffset Ends,
    string? Beside, bool Confirmed, bool MayConfirm);

public sealed record PanelLink(string Slug, string Name);
