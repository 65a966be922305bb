using System.Collections.Immutable;

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

    /// <summary>From when the panel has a rota at all; nothing before it is a gap. Null before the first shift.</summary>
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
            : Changed(shift.Id, served => served with { Ends = removed.From < served.Ends ? removed.From : served.Ends });
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

/// <summary>One shift of one duty.</summary>
/// <param name="Planned">Who was planned; who has it at a moment is <see cref="HolderAt"/>.</param>
/// <param name="PlannedAt">When it was recorded: nobody can confirm a shift that was entered after it began.</param>
public sealed record Shift(
    Guid Id, Duty Duty, PersonId Planned, DateTimeOffset Starts, DateTimeOffset Ends, DateTimeOffset PlannedAt)
{
    public ImmutableList<Stretch> Covers { get; init; } = [];
    public ImmutableHashSet<PersonId> Confirmed { get; init; } = [];

    /// <summary>Those whose missing confirmation has been recorded, each once.</summary>
    public ImmutableHashSet<PersonId> Alarmed { get; init; } = [];

    /// <summary>Who has the shift at a moment within it: the latest cover of that moment, else who was planned.</summary>
    public PersonId HolderAt(DateTimeOffset moment)
    {
        for (var index = Covers.Count - 1; index >= 0; index--)
            if (Covers[index].Starts <= moment && moment < Covers[index].Ends) return Covers[index].Person;
        return Planned;
    }

    /// <summary>Who has it when, in order and without holes; neighbouring stretches of one person are one.</summary>
    public IReadOnlyList<Stretch> Stretches()
    {
        if (Covers.IsEmpty) return [new Stretch(Planned, Starts, Ends)];
        var bounds = Covers.SelectMany(cover => new[] { cover.Starts, cover.Ends }).Append(Starts).Append(Ends)
            .Where(bound => bound >= Starts && bound <= Ends).Distinct().Order().ToList();
        var stretches = new List<Stretch>();
        for (var index = 0; index + 1 < bounds.Count; index++)
        {
            var holder = HolderAt(bounds[index]);
            if (stretches.Count > 0 && stretches[^1].Person == holder)
                stretches[^1] = stretches[^1] with { Ends = bounds[index + 1] };
            else stretches.Add(new Stretch(holder, bounds[index], bounds[index + 1]));
        }

        return stretches;
    }
}

/// <summary>One person's unbroken part of a shift.</summary>
public sealed record Stretch(PersonId Person, DateTimeOffset Starts, DateTimeOffset Ends);
