namespace Safeguard.Domain.Rota;

/// <summary>Something that happened to a panel's rota. Shifts are moments, shown as local time (R12).</summary>
public abstract record RotaEvent(PanelId Panel);

public sealed record ShiftPlanned(
    PanelId Panel, Guid Shift, Duty Duty, PersonId Person, DateTimeOffset Starts, DateTimeOffset Ends)
    : RotaEvent(Panel);

/// <summary>Somebody takes a shift, or a part of it, from whoever had it. A swap is two of these.</summary>
/// <param name="Starts">From when; the end of the part is <paramref name="Ends"/>, both within the shift.</param>
public sealed record ShiftCovered(
    PanelId Panel, Guid Shift, PersonId From, PersonId By, DateTimeOffset Starts, DateTimeOffset Ends)
    : RotaEvent(Panel);

/// <summary>The shift is off the rota from that moment on; what was served of it before stays served.</summary>
public sealed record ShiftRemoved(PanelId Panel, Guid Shift, DateTimeOffset From) : RotaEvent(Panel);

/// <summary>"I am on duty."</summary>
public sealed record DutyConfirmed(PanelId Panel, Guid Shift, PersonId Person) : RotaEvent(Panel);

/// <summary>The time to confirm has passed. An alarm for the Coordinators: the duty pages all the same (R12).</summary>
public sealed record DutyUnconfirmed(PanelId Panel, Guid Shift, PersonId Person) : RotaEvent(Panel);

/// <summary>Nobody is on this duty from then on: an alarm for the Coordinators (R12).</summary>
/// <param name="Ends">Null where nothing at all is planned after it.</param>
/// <param name="Ahead">Which alarm this is: so long before its start, by the policy.</param>
public sealed record CoverGapFound(
    PanelId Panel, Duty Duty, DateTimeOffset Starts, DateTimeOffset? Ends, TimeSpan Ahead) : RotaEvent(Panel);

/// <summary>Who is paged first, and who next.</summary>
public enum Duty
{
    First, Deputy,
}
