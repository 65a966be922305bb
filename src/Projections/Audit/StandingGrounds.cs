using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Audit;

/// <summary>
/// From which events a supporter's standing follows (R9, R24): for each of its reasons those that made it one, and
/// those by which the days were counted. Pure: asked of these events alone, the rule gives the same standing. That the
/// last session counted is taken from it as it was: what made it count may go back to the first.
/// </summary>
public sealed class StandingGrounds
{
    private readonly IReadOnlyCollection<Term> _terms;
    private readonly StandingFacts _facts;
    private readonly StandingAnswer _answer;
    private readonly List<Recorded> _supporter;
    private readonly List<Recorded> _group;
    private readonly List<Recorded> _programme;

    /// <summary>The last that a register said of them, for each session.</summary>
    private readonly List<(Recorded From, AttendanceSaid Said)> _registers;

    private StandingGrounds(
        StandingFacts facts, StandingAnswer answer, Programme programme, IReadOnlyList<Recorded> known)
    {
        (_facts, _answer, _terms) = (facts, answer, [.. programme.Terms.Values]);
        _supporter = [.. known.Where(recorded => recorded.Event is SupporterEvent e && e.Supporter == facts.Person)];
        _group = [.. known.Where(recorded => recorded.Event is SupervisionGroupEvent e && e.Group == facts.Group?.Id)];
        _programme = [.. known.Where(recorded => recorded.Event is ProgrammeEvent)];
        _registers =
        [
            .. _supporter.Select(recorded => (From: recorded, Said: AttendanceSaid.By(recorded.Event)))
                .Where(register => register.Said is not null)
                .GroupBy(register => (register.Said!.Session, register.Said.Day))
                .Select(session => (session.Last().From, session.Last().Said!)),
        ];
    }

    /// <param name="answer">Of these facts.</param>
    /// <param name="known">The institution's events that were known then, in the order of the log.</param>
    public static IReadOnlyList<StandingGround> Of(
        StandingFacts facts, StandingAnswer answer, Programme programme, IReadOnlyList<Recorded> known)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(programme);
        var grounds = new StandingGrounds(facts, answer, programme, known);
        return
        [
            .. answer.Why.Select(reason => new StandingGround(reason, InOrder(grounds.Of(reason)))),
            new(null, InOrder(grounds.CountedBy())),
        ];
    }

    private IEnumerable<Recorded> Of(StandingReason reason) => reason.Fact switch
    {
        StandingFact.Activated => One(Last<SupporterActivated>()),
        StandingFact.Attended => Registers(reason.First, said => said is { Is: Attendance.Attended, Guest: false }),
        StandingFact.MadeUp => Registers(reason.First, said => said is { Is: Attendance.Attended, Guest: true }),
        StandingFact.AwaitsCoordinator => Registers(reason.First, said => said.Is == Attendance.Attended),
        StandingFact.Excused or StandingFact.ExcusedAgain => ExcusedUpTo(reason.First),
        StandingFact.Reinstated => One(_supporter.FindLast(recorded =>
            recorded.Event is Reinstated { ConfirmedBy: not null } e && e.On == reason.First)),
        StandingFact.Vacation => Terms(),
        StandingFact.Cancelled => Sessions(session => session.Cancelled && session.Day == reason.First),
        StandingFact.DueMoved => Sessions(session => !session.Cancelled && session.Day == reason.First),
        StandingFact.Status => One(Status()),
        _ => [],
    };

    /// <summary>
    /// The own group, the session that was offered in time, the terms whose days count, and the policy's numbers.
    /// </summary>
    private IEnumerable<Recorded?> CountedBy()
    {
        if (_answer.FortnightFrom is { } from)
        {
            yield return Last<SupporterActivated>();
            yield return Last<SupervisionGroupAssigned>();
            var offered = _facts.OwnSessions.FirstOrDefault(session =>
                session.Day > from && session.Day <= _answer.DueOn && !session.Cancelled);
            foreach (var planned in Sessions(session => session == offered)) yield return planned;
            foreach (var term in Terms()) yield return term;
        }

        yield return PolicyGrounds.Of(_answer.PolicyVersion, _programme);
    }

    private IEnumerable<Recorded> Registers(DateOnly day, Func<AttendanceSaid, bool> isIt) =>
        _registers.Where(register => register.Said.Day == day && isIt(register.Said)).Select(register => register.From);

    /// <summary>Whether an absence restarts the fortnight depends on what counted last and what was since.</summary>
    private IEnumerable<Recorded> ExcusedUpTo(DateOnly day) =>
        from register in _registers
        where register.Said.Day <= day && (_answer.LastCounted is not { } last || register.Said.Day >= last)
            && register.Said.Is is Attendance.Attended or Attendance.Excused
        select register.From;

    /// <summary>How these sessions of the own group came to be what they are.</summary>
    private IEnumerable<Recorded> Sessions(Func<SupervisionSession, bool> areThey)
    {
        foreach (var id in _facts.OwnSessions.Where(areThey).Select(session => session.Id))
        {
            foreach (var kind in _group.Where(recorded => Session(recorded.Event) == id)
                .GroupBy(recorded => recorded.Event.GetType()))
                yield return kind.Last();
        }
    }

    private static Guid? Session(object happened) => happened switch
    {
        SessionScheduled e => e.Session,
        SessionMoved e => e.Session,
        SessionCancelled e => e.Session,
        _ => null,
    };

    /// <summary>
    /// The dates of every term that shares a day with the fortnight and its grace, and of the term before: a fortnight
    /// may begin in the vacation after it.
    /// </summary>
    private IEnumerable<Recorded> Terms()
    {
        var (first, last) = (_answer.FortnightFrom, _answer.LapsesOn ?? _answer.DueOn ?? DateOnly.MaxValue);
        var before = _terms.Where(term => term.Ends < first).MaxBy(term => term.Ends);
        var terms = _terms.Where(term => term == before || (term.Ends >= first && term.Starts <= last))
            .Select(term => term.Name).ToHashSet(StringComparer.Ordinal);
        return _programme.Where(recorded => recorded.Event is TermDatesSet set && terms.Contains(set.Term))
            .GroupBy(recorded => ((TermDatesSet)recorded.Event).Term, StringComparer.Ordinal)
            .Select(term => term.Last());
    }

    private Recorded? Status() => _answer.Standing switch
    {
        Standing.Left => Last<SupporterLeft>(),
        Standing.Suspended => Last<Suspended>(),
        Standing.StoodDown => Last<StoodDown>(),
        Standing.OnLeave => Last<LeaveStarted>(),
        _ => Last<SupporterEnrolled>(),
    };

    private Recorded? Last<TEvent>() => _supporter.FindLast(recorded => recorded.Event is TEvent);

    private static IEnumerable<Recorded> One(Recorded? recorded) => recorded is null ? [] : [recorded];

    private static List<Recorded> InOrder(IEnumerable<Recorded?> events) =>
        [.. events.OfType<Recorded>().DistinctBy(recorded => recorded.Position).OrderBy(recorded => recorded.Position)];

    /// <summary>What a register said of somebody.</summary>
    /// <param name="Is">Null where they were not in it after all.</param>
    private sealed record AttendanceSaid(Guid Session, DateOnly Day, Attendance? Is, bool Guest)
    {
        public static AttendanceSaid? By(object happened) => happened switch
        {
            SupervisionAttended e => new(e.Session, e.Day, Attendance.Attended, Guest: false),
            SupervisionMadeUp e => new(e.Session, e.Day, Attendance.Attended, Guest: true),
            SupervisionMissed e => new(e.Session, e.Day, e.How, Guest: false),
            AttendanceCorrected e => new(e.Session, e.Day, e.Is, e.Guest),
            _ => null,
        };
    }
}

/// <summary>One reason for a standing with the events that made it one.</summary>
/// <param name="Reason">Null for that by which the days were counted.</param>
public sealed record StandingGround(StandingReason? Reason, IReadOnlyList<Recorded> Events);
