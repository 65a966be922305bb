namespace Safeguard.Domain.Tests.Supervision.Model;

/// <summary>What a register, or the office's file, says about one supporter and one session.</summary>
public enum ModelMark
{
    /// <summary>With the own group, or as a guest whom the other group's register confirms.</summary>
    Attended,

    /// <summary>A note in the own group's register that nobody has confirmed.</summary>
    SaysMadeUp,
    Excused,
    Unexplained,
}

/// <summary>A spell outside the fortnight, in the order in which one goes before another.</summary>
public enum ModelSpell
{
    Left, Suspended, StoodDown, OnLeave,
}

/// <summary>A term; both days are in term.</summary>
public sealed record ModelTerm(DateOnly First, DateOnly Last);

/// <summary>A session of the supporter's own group, on the day on which it is to be or was.</summary>
public sealed record ModelSession(DateOnly Day, bool Cancelled);

/// <summary>One mark of one supporter.</summary>
/// <param name="FromOffice">Imported, so that nobody need confirm it.</param>
public sealed record ModelAttendance(DateOnly Day, ModelMark Mark, bool FromOffice = false);

/// <summary>From the first day up to the day before they were back, if they are.</summary>
public sealed record ModelAway(ModelSpell Spell, DateOnly From, DateOnly? Back = null)
{
    public bool Covers(DateOnly day) => day >= From && (Back is not { } back || day < back);
}

/// <summary>Everything that R9 looks at for one supporter, in days of the institution.</summary>
public sealed record ModelFacts
{
    public DateOnly? Activated { get; init; }
    public IReadOnlyList<ModelTerm> Terms { get; init; } = [];

    /// <summary>Null for a supporter without a group.</summary>
    public DateOnly? Joined { get; init; }
    public IReadOnlyList<ModelSession> Sessions { get; init; } = [];
    public IReadOnlyList<ModelAttendance> Attendance { get; init; } = [];

    /// <summary>Days on which a Coordinator confirmed a return.</summary>
    public IReadOnlyList<DateOnly> Confirmed { get; init; } = [];
    public IReadOnlyList<ModelAway> Spells { get; init; } = [];
}
