using System.Collections.Immutable;

namespace Safeguard.Domain.Rota;

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

    public bool IsPlannedAs(Duty duty, PersonId person, DateTimeOffset starts, DateTimeOffset ends) =>
        Duty == duty && Planned == person && Starts == starts && Ends == ends;

    /// <summary>From when it is still to come, at a moment before its end.</summary>
    public DateTimeOffset Left(DateTimeOffset now) => now > Starts ? now : Starts;

    /// <summary>Who has the shift at a moment within it: whoever covers it last, else who was planned.</summary>
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
        var bounds = Covers.SelectMany(cover => new[] { cover.Starts, cover.Ends })
            .Where(bound => bound > Starts && bound < Ends)
            .Append(Starts).Append(Ends).Distinct().Order().ToList();
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

    /// <summary>What it takes for that person to have that part of it: nothing where they have it already.</summary>
    public IEnumerable<RotaEvent> CoverBy(PanelId panel, PersonId taker, DateTimeOffset since, DateTimeOffset until) =>
        from stretch in Stretches()
        where stretch.Person != taker && stretch.Starts < until && stretch.Ends > since
        let starts = stretch.Starts > since ? stretch.Starts : since
        let ends = stretch.Ends < until ? stretch.Ends : until
        select new ShiftCovered(panel, Id, stretch.Person, taker, starts, ends);
}

/// <summary>One person's unbroken part of a shift.</summary>
public sealed record Stretch(PersonId Person, DateTimeOffset Starts, DateTimeOffset Ends);
