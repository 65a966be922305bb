using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Rota;

/// <summary>A panel's rota from one moment to another.</summary>
public sealed record RotaAnswer(
    PanelId Panel, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ShiftAnswer> Shifts,
    IReadOnlyList<GapAnswer> Gaps)
{
    public static RotaAnswer Of(Institution institution, PanelId panel, DateTimeOffset from, DateTimeOffset to) => new(
        panel, from, to,
        [.. institution.Shifts(panel, from, to).Select(ShiftAnswer.Of)],
        [.. institution.Gaps(panel, from, to).Select(GapAnswer.Of)]);
}

/// <param name="Person">Who was planned; who has it when is in the stretches.</param>
/// <param name="Stretches">In order and without holes; more than one where somebody covers a part.</param>
public sealed record ShiftAnswer(
    Guid Shift, Duty Duty, PersonId Person, DateTimeOffset Starts, DateTimeOffset Ends,
    IReadOnlyList<StretchAnswer> Stretches)
{
    public static ShiftAnswer Of(Shift shift) => new(
        shift.Id, shift.Duty, shift.Planned, shift.Starts, shift.Ends,
        [.. shift.Stretches().Select(stretch => new StretchAnswer(
            stretch.Person, stretch.Starts, stretch.Ends,
            shift.Confirmed.Contains(stretch.Person),
            !shift.Confirmed.Contains(stretch.Person) && shift.Alarmed.Contains(stretch.Person)))]);
}

/// <param name="Confirmed">They have said "I am on duty".</param>
/// <param name="Unconfirmed">The time to say so has passed without it; they are paged all the same.</param>
public sealed record StretchAnswer(
    PersonId Person, DateTimeOffset Starts, DateTimeOffset Ends, bool Confirmed, bool Unconfirmed);

/// <param name="Ends">Absent where nothing is planned after it.</param>
public sealed record GapAnswer(PanelId Panel, Duty Duty, DateTimeOffset Starts, DateTimeOffset? Ends)
{
    public static GapAnswer Of(CoverGap gap) => new(gap.Panel, gap.Duty, gap.Starts, gap.Ends);
}

/// <param name="Items">In order of start.</param>
/// <param name="Warnings">What panels lack for good.</param>
public sealed record GapsAnswer(IReadOnlyList<GapAnswer> Items, IReadOnlyList<StandingWarning> Warnings);

/// <param name="First">Absent where nobody is.</param>
/// <param name="Until">When either duty changes hands next; absent where nothing is planned after this moment.</param>
public sealed record DutyAnswer(PanelId Panel, PersonId? First, PersonId? Deputy, DateTimeOffset? Until)
{
    public static DutyAnswer Of(OnDuty duty) => new(duty.Panel, duty.First, duty.Deputy, duty.Until);
}
