namespace Safeguard.Domain;

/// <summary>
/// Something not yet finished. It has exactly one named owner and one next wake-up (R4); a watchdog counts those that
/// have neither, or whose wake-up is more than a minute late.
/// </summary>
/// <param name="Item">
/// The item's own id: the stream's for the escalation itself, else the question's or action's.
/// </param>
/// <param name="Kind">
/// What it is, as a stable word: <c>escalation</c>, <c>question</c>, <c>action</c>, <c>debrief</c>, <c>caseFile</c>,
/// <c>closing</c>, <c>handover</c>, <c>referral</c>, <c>disclosure</c>.
/// </param>
public sealed record OpenItem(Guid Item, string Kind, PersonId Owner, PanelId? Panel, DateTimeOffset NextWakeUp);
