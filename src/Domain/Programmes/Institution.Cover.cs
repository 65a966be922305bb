using Safeguard.Domain.Escalations;
using Safeguard.Domain.Rota;

namespace Safeguard.Domain.Programmes;

public sealed partial record Institution
{
    /// <summary>Who is on duty for a panel at a moment. Somebody who is no longer its Senior Member is not.</summary>
    public OnDuty DutyAt(PanelId panel, DateTimeOffset moment)
    {
        var rota = Rotas.GetValueOrDefault(panel, PanelRota.Unplanned);
        return new OnDuty(
            panel,
            Holder(rota, panel, Duty.First, moment),
            Holder(rota, panel, Duty.Deputy, moment),
            Until(rota, moment));
    }

    /// <summary>
    /// Who can be paged for an escalation at this moment, and when the raiser's next supervision is (R5).
    /// </summary>
    public Cover CoverFor(PanelId? panel, PersonId raiser, Guid? escalation, string? caseFile, DateTimeOffset now)
    {
        var onDuty = panel is { } scope ? DutyAt(scope, now) : null;
        var supervisor = Person(raiser)?.Supervisor;
        return new Cover(
            onDuty?.First,
            onDuty?.Deputy,
            panel is { } here ? SeniorMembersOf(here) : [],
            supervisor is { } known && HoldersOf(Role.Supervisor, panel: null).Contains(known) ? known : null,
            Coordinators,
            ConflictsTowards(raiser, escalation, caseFile),
            NextSupervisionOf(raiser, now));
    }

    /// <summary>
    /// The end of the day of the group's next session, when it has passed whatever its hour; null where none is
    /// planned.
    /// </summary>
    private DateTimeOffset? NextSupervisionOf(PersonId raiser, DateTimeOffset now)
    {
        if (SupporterOf(raiser).Group is not { } own) return null;
        var calendar = CalendarAt(now);
        var today = calendar.Day(now);
        var next = GroupOf(own).ByDay.Find(session => session.Day >= today && session.IsToCome);
        return next is null ? null : calendar.Start(next.Day.AddDays(1));
    }

    /// <summary>The panel's shifts that share a moment with the interval, in order of start.</summary>
    public IReadOnlyList<Shift> Shifts(PanelId panel, DateTimeOffset from, DateTimeOffset to) =>
        Rotas.TryGetValue(panel, out var rota)
            ? [.. rota.Within(Duty.First, from, to).Concat(rota.Within(Duty.Deputy, from, to))
                .OrderBy(shift => shift.Starts).ThenBy(shift => shift.Duty)]
            : [];

    /// <summary>Every panel's gaps that share a moment with the interval, in order of start.</summary>
    public IReadOnlyList<CoverGap> Gaps(DateTimeOffset from, DateTimeOffset to) =>
        [.. Panels.SelectMany(panel => Gaps(panel.Id, from, to))
            .OrderBy(gap => gap.Starts).ThenBy(gap => gap.Panel.Value, StringComparer.Ordinal)];

    public IReadOnlyList<CoverGap> Gaps(PanelId panel, DateTimeOffset from, DateTimeOffset? to) =>
        CoverGaps.Find(panel, Rotas.GetValueOrDefault(panel, PanelRota.Unplanned), CanServe(panel), from, to);

    /// <summary>Who may be on duty for the panel: its Senior Members.</summary>
    public IReadOnlySet<PersonId> CanServe(PanelId panel) =>
        HoldersOf(Role.SeniorMember, panel).Union(HoldersOf(Role.SeniorMember, panel: null));

    /// <summary>
    /// What is missing for good rather than for a time: a panel without a Senior Member, without a second one to be
    /// its Deputy, or without a rota. Warnings, never errors (1-domain §4).
    /// </summary>
    public IReadOnlyList<StandingWarning> StandingWarnings()
    {
        var warnings = new List<StandingWarning>();
        foreach (var panel in Panels)
        {
            var seniorMembers = SeniorMembersOf(panel.Id).Count;
            if (seniorMembers == 0) warnings.Add(new StandingWarning(panel.Id, "panel.noSeniorMember"));
            if (seniorMembers < 2) warnings.Add(new StandingWarning(panel.Id, "panel.noDeputy"));
            if (Rotas.GetValueOrDefault(panel.Id, PanelRota.Unplanned).Since is null)
                warnings.Add(new StandingWarning(panel.Id, "panel.noRota"));
        }

        return warnings;
    }

    private PersonId? Holder(PanelRota rota, PanelId panel, Duty duty, DateTimeOffset moment) =>
        rota.At(duty, moment)?.HolderAt(moment) is { } holder && IsSeniorMemberOf(panel, holder) ? holder : null;

    private bool IsSeniorMemberOf(PanelId panel, PersonId person) =>
        HoldersOf(Role.SeniorMember, panel).Contains(person)
        || HoldersOf(Role.SeniorMember, panel: null).Contains(person);

    /// <summary>When the duty changes next: the nearest end of what is on, or start of what is not.</summary>
    private static DateTimeOffset? Until(PanelRota rota, DateTimeOffset moment)
    {
        DateTimeOffset? until = null;
        foreach (var duty in new[] { Duty.First, Duty.Deputy })
        {
            var changes = rota.At(duty, moment)?.Stretches().First(stretch => moment < stretch.Ends).Ends
                ?? rota.After(duty, moment)?.Starts;
            if (changes is { } change && (until is null || change < until)) until = change;
        }

        return until;
    }
}

/// <param name="Until">When either duty changes hands next; null where nothing is planned after this moment.</param>
public sealed record OnDuty(PanelId Panel, PersonId? First, PersonId? Deputy, DateTimeOffset? Until);

/// <param name="Code">Stable: <c>panel.noSeniorMember</c>, <c>panel.noDeputy</c>, <c>panel.noRota</c>.</param>
public sealed record StandingWarning(PanelId Panel, string Code);
