using System.Collections.Immutable;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Rota;

/// <summary>
/// A panel's rota. Shifts of one duty never overlap (R12), so each duty is one line of shifts in order of start.
/// </summary>
public sealed record PanelRota
{
    public const string StreamType = "rota";

    public static PanelRota Unplanned { get; } = new();

    public static Aggregate<PanelRota, RotaEvent> Aggregate { get; } =
        new(StreamType, Unplanned, static (rota, happened, stamp) => rota.Evolve(happened, stamp));

    public ImmutableList<Shift> First { get; init; } = [];
    public ImmutableList<Shift> Deputy { get; init; } = [];

    /// <summary>From when the panel has a rota at all: nothing before it is a gap. Null without any shift.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Shifts once taken off the rota, so that an import never plans them again.</summary>
    public ImmutableHashSet<Guid> Removed { get; init; } = [];

    /// <summary>The nearest alarm given for the gap of a duty that starts then.</summary>
    public ImmutableDictionary<(Duty Duty, DateTimeOffset Starts), TimeSpan> Alarms { get; init; } =
        ImmutableDictionary<(Duty Duty, DateTimeOffset Starts), TimeSpan>.Empty;

    /// <summary>Where each shift lies: its duty and its start.</summary>
    private ImmutableDictionary<Guid, (Duty Duty, DateTimeOffset Starts)> Places { get; init; } =
        ImmutableDictionary<Guid, (Duty Duty, DateTimeOffset Starts)>.Empty;

    public ImmutableList<Shift> Of(Duty duty) => duty == Duty.First ? First : Deputy;

    public Shift? Find(Guid shift) => Places.TryGetValue(shift, out var place) ? At(place.Duty, place.Starts) : null;

    /// <summary>The shift of that duty that is on at that moment.</summary>
    public Shift? At(Duty duty, DateTimeOffset moment)
    {
        var index = LastStartedBy(duty, moment);
        return index >= 0 && Of(duty)[index] is { } shift && moment < shift.Ends ? shift : null;
    }

    /// <summary>The first shift of that duty that starts after that moment.</summary>
    public Shift? After(Duty duty, DateTimeOffset moment)
    {
        var index = LastStartedBy(duty, moment) + 1;
        return index < Of(duty).Count ? Of(duty)[index] : null;
    }

    /// <summary>Shifts of that duty that share a moment with the interval, in order.</summary>
    public IEnumerable<Shift> Within(Duty duty, DateTimeOffset from, DateTimeOffset to)
    {
        var shifts = Of(duty);
        for (var index = Math.Max(0, LastStartedBy(duty, from)); index < shifts.Count; index++)
        {
            if (shifts[index].Starts >= to) yield break;
            if (shifts[index].Ends > from) yield return shifts[index];
        }
    }

    /// <summary>
    /// The shift of that duty that a new one would overlap. Two shifts that meet in an hour that the clock change
    /// repeats share it and do not overlap: the earlier ends at its second end, the later starts at its first start.
    /// </summary>
    public Shift? Overlapping(Duty duty, DateTimeOffset starts, DateTimeOffset ends, InstitutionCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Within(duty, starts, ends).FirstOrDefault(shift =>
            calendar.LocalTime(shift.Starts) < calendar.LocalTime(ends)
            && calendar.LocalTime(shift.Ends) > calendar.LocalTime(starts));
    }

    public PanelRota Evolve(RotaEvent happened, Stamp stamp) => happened switch
    {
        ShiftPlanned e => Planned(new Shift(e.Shift, e.Duty, e.Person, e.Starts, e.Ends, stamp.RecordedAt)),
        ShiftCovered e => Changed(e.Shift, shift => shift with
        {
            Covers = shift.Covers.Add(new Stretch(e.By, e.Starts, e.Ends)),
        }),
        ShiftRemoved e => Off(e),
        DutyConfirmed e => Changed(e.Shift, shift => shift with { Confirmed = shift.Confirmed.Add(e.Person) }),
        DutyUnconfirmed e => Changed(e.Shift, shift => shift with { Alarmed = shift.Alarmed.Add(e.Person) }),
        CoverGapFound e => this with { Alarms = Alarms.SetItem((e.Duty, e.Starts), e.Ahead) },
        _ => this,
    };

    private PanelRota Planned(Shift shift)
    {
        var line = Of(shift.Duty);
        return With(shift.Duty, line.Insert(LastStartedBy(shift.Duty, shift.Starts) + 1, shift)) with
        {
            Since = Since is { } since && since <= shift.Starts ? since : shift.Starts,
            Places = Places.SetItem(shift.Id, (shift.Duty, shift.Starts)),
        };
    }

    private PanelRota Off(ShiftRemoved removed)
    {
        if (Find(removed.Shift) is not { } shift) return this;
        var rest = removed.From <= shift.Starts
            ? With(shift.Duty, Of(shift.Duty).Remove(shift)) with { Places = Places.Remove(shift.Id) }
            : Changed(shift.Id, served => removed.From < served.Ends ? served with { Ends = removed.From } : served);
        return rest with { Removed = Removed.Add(removed.Shift) };
    }

    private PanelRota Changed(Guid id, Func<Shift, Shift> change) =>
        Find(id) is { } shift ? With(shift.Duty, Of(shift.Duty).Replace(shift, change(shift))) : this;

    private PanelRota With(Duty duty, ImmutableList<Shift> line) =>
        duty == Duty.First ? this with { First = line } : this with { Deputy = line };

    /// <summary>The index of the last shift that has started by then, or -1.</summary>
    private int LastStartedBy(Duty duty, DateTimeOffset moment)
    {
        var shifts = Of(duty);
        var (low, high) = (0, shifts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (shifts[middle].Starts <= moment) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
