namespace Safeguard.Domain.Tests.Supervision.Model;

/// <summary>
/// R9 a second time, written from the specification alone and as slowly as it reads: day by day, counted on fingers.
/// It knows nothing of the product, so that it is worth something when both say the same. Where R9 is silent, the
/// reading agreed on stands beside the line that follows it.
/// </summary>
public sealed class StandingModel
{
    private const int Interval = 14;
    private const int Notice = 4;
    private const int Grace = 7;
    private const int LongLapse = 28;

    /// <summary>Nobody counts further than this from one day: past the last term there is nothing to count.</summary>
    private const int Horizon = 800;

    private readonly ModelFacts _facts;
    private readonly HashSet<DateOnly> _termDays = [];
    private readonly List<DateOnly> _offered;
    private readonly ILookup<DateOnly, ModelAttendance> _marks;

    public StandingModel(ModelFacts facts)
    {
        _facts = facts;
        _marks = facts.Attendance.ToLookup(mark => mark.Day);
        foreach (var term in facts.Terms)
            for (var day = term.First; day <= term.Last; day = day.AddDays(1)) _termDays.Add(day);
        // Agreed: only sessions from the day on which the supporter joined the group are theirs.
        _offered =
        [
            .. facts.Sessions.Where(session => !session.Cancelled && session.Day >= facts.Joined)
                .Select(session => session.Day).Order(),
        ];
    }

    /// <summary>The standing on a day, by the name that the product gives it.</summary>
    public string On(DateOnly today)
    {
        // Agreed: statuses go before the fortnight, in this order.
        foreach (var spell in Enum.GetValues<ModelSpell>())
            if (_facts.Spells.Any(away => away.Spell == spell && away.Covers(today))) return spell.ToString();
        if (_facts.Activated is not { } activated || today < activated) return "InTraining";
        return Fortnight(ClockStart(activated, today), today);
    }

    /// <summary>The day that the fortnight counts from.</summary>
    public DateOnly ClockStart(DateOnly activated, DateOnly today)
    {
        // Agreed: the later of activation and the last session that counts.
        var start = activated;
        var lapses = FirstLapsedDay(start);
        var excusedOnce = false;
        for (var day = activated; day <= today; day = day.AddDays(1))
        {
            // Agreed: an excused absence restarts the fortnight unless one since the last counted session has done so
            // already or the supporter was lapsed on that day.
            if (_marks[day].Any(mark => mark.Mark == ModelMark.Excused) && !excusedOnce && !(day >= lapses))
            {
                start = day;
                excusedOnce = true;
            }

            if (HasCounted(day, lapses, today))
            {
                start = day;
                excusedOnce = false;
            }

            if (start == day) lapses = FirstLapsedDay(start);
        }

        return start;
    }

    /// <summary>The last day on which coming keeps them current; null while none can be named.</summary>
    public DateOnly? DueDay(DateOnly start)
    {
        if (TermDay(start, Interval) is not { } fourteenth) return null;
        if (_offered.Exists(day => day > start && day <= fourteenth)) return fourteenth;
        foreach (var day in _offered)
            if (day > fourteenth) return day;
        return null;
    }

    /// <summary>The day on which fourteen days of term have passed, whatever the group did.</summary>
    public DateOnly? FourteenthDay(DateOnly start) => TermDay(start, Interval);

    /// <summary>The first day of the lapse; null while none can be named.</summary>
    public DateOnly? FirstLapsedDay(DateOnly start) =>
        // Agreed: a day of term, the one after the seven, so that no lapse begins in a vacation.
        DueDay(start) is { } due ? TermDay(due, Grace + 1) : null;

    private string Fortnight(DateOnly start, DateOnly today)
    {
        if (TermDay(start, Interval) is not { } fourteenth) return "Current";
        var due = DueDay(start);
        if (today >= FirstLapsedDay(start)) return "Lapsed";
        if (today > due) return "Overdue";
        // Agreed: while no session is scheduled, the notice is that of the due day which cannot be kept.
        return today >= NoticeFrom(due ?? fourteenth) ? "DueSoon" : "Current";
    }

    private bool HasCounted(DateOnly day, DateOnly? lapses, DateOnly today)
    {
        foreach (var attendance in _marks[day].Where(mark => mark.Mark == ModelMark.Attended))
        {
            // Agreed: on or after the 28th calendar day after the first lapsed day it counts only if the office
            // imported it or a Coordinator confirmed it on or after that day.
            if (!(day >= lapses?.AddDays(LongLapse)) || attendance.FromOffice) return true;
            if (_facts.Confirmed.Any(confirmed => confirmed >= day && confirmed <= today)) return true;
        }

        return false;
    }

    private DateOnly NoticeFrom(DateOnly due)
    {
        var day = due;
        for (var counted = 0; counted < Notice && day > due.AddDays(-Horizon);)
        {
            day = day.AddDays(-1);
            if (_termDays.Contains(day)) counted++;
        }

        return day;
    }

    /// <summary>The day on which that many days of term have passed; null where term dates end first.</summary>
    private DateOnly? TermDay(DateOnly after, int wanted)
    {
        var counted = 0;
        for (var day = after.AddDays(1); day <= after.AddDays(Horizon); day = day.AddDays(1))
        {
            if (_termDays.Contains(day)) counted++;
            if (counted == wanted) return day;
        }

        return null;
    }
}
