using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Tests.Supervision.Model;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>One session of the own group in a made-up life.</summary>
/// <param name="MovedFrom">The day it was scheduled for first; null for one that stayed.</param>
/// <param name="Mark">What its register says of the supporter; null where it says nothing.</param>
internal sealed record OwnSession(DateOnly Day, DateOnly? MovedFrom, bool Cancelled, ModelMark? Mark, bool FromOffice);

/// <summary>A session of another group that they came to.</summary>
internal sealed record GuestSession(DateOnly Day, bool FromOffice);

/// <summary>
/// A made-up supporter's life, told to the model as days and to the product as the events that it would have recorded.
/// </summary>
internal sealed record StandingCase
{
    private static readonly GroupId Elsewhere = new("g02");

    public IReadOnlyList<ModelTerm> Terms { get; init; } = [];
    public DateOnly? Activated { get; init; }

    /// <summary>Null for no group. By the clock, so that an evening in summer belongs to the right day.</summary>
    public DateTimeOffset? Joined { get; init; }
    public IReadOnlyList<OwnSession> Sessions { get; init; } = [];
    public IReadOnlyList<GuestSession> Guests { get; init; } = [];
    public IReadOnlyList<DateOnly> Confirmed { get; init; } = [];
    public IReadOnlyList<ModelAway> Spells { get; init; } = [];

    /// <summary>When the standing is asked for.</summary>
    public DateTimeOffset Moment { get; init; }

    public ModelFacts ToModel() => new()
    {
        Activated = Activated,
        Terms = Terms,
        Joined = Joined is { } joined ? LocalDay.Of(joined) : null,
        Sessions = [.. Sessions.Select(session => new ModelSession(session.Day, session.Cancelled))],
        Attendance =
        [
            .. from session in Sessions
               where session.Mark is not null
               select new ModelAttendance(session.Day, session.Mark!.Value, session.FromOffice),
            .. Guests.Select(guest => new ModelAttendance(guest.Day, ModelMark.Attended, guest.FromOffice)),
        ],
        Confirmed = Confirmed,
        Spells = Spells,
    };

    public StandingFacts ToFacts()
    {
        var supporter = Supporter.NotEnrolled;
        Tell(new SupporterEnrolled(Ida, Sue), DateTimeOffset.UnixEpoch);
        if (Activated is { } activated) Tell(new SupporterActivated(Ida, activated), DateTimeOffset.UnixEpoch);
        if (Joined is { } joined) Tell(new SupervisionGroupAssigned(Ida, G1, Reason: null), joined);
        foreach (var happened in Attendances()) Tell(happened, Moment);
        foreach (var day in Confirmed) Tell(new Reinstated(Ida, day, Cass), Moment);
        foreach (var spell in Spells)
        {
            Tell(Begun(spell.Spell), Morning(spell.From));
            if (spell.Back is { } back) Tell(Ended(spell.Spell), Morning(back));
        }

        var terms = Terms.Select(term => new Term($"{term.First:o}", term.First, term.Last));
        return new StandingFacts(
            Ida, supporter, Joined is null ? null : Group(), new TermDays(terms), Policy.Default,
            new InstitutionCalendar("Europe/London", []));

        void Tell(SupporterEvent happened, DateTimeOffset at) => supporter = supporter.Evolve(happened, Stamp(at));
    }

    /// <summary>The same life with one thing less, for the shortest one that shows a difference.</summary>
    public IEnumerable<StandingCase> Shorter()
    {
        for (var i = 0; i < Sessions.Count; i++) yield return this with { Sessions = Without(Sessions, i) };
        for (var i = 0; i < Guests.Count; i++) yield return this with { Guests = Without(Guests, i) };
        for (var i = 0; i < Confirmed.Count; i++) yield return this with { Confirmed = Without(Confirmed, i) };
        for (var i = 0; i < Spells.Count; i++) yield return this with { Spells = Without(Spells, i) };
        for (var i = 1; i < Terms.Count; i++) yield return this with { Terms = Without(Terms, i) };
    }

    /// <summary>What of it can be on record on a day: what is to come is scheduled at most.</summary>
    public StandingCase KnownOn(DateOnly today) => this with
    {
        Sessions = [.. Sessions.Select(session => session.Day > today ? session with { Mark = null } : session)],
        Guests = [.. Guests.Where(guest => guest.Day <= today)],
        Confirmed = [.. Confirmed.Where(day => day <= today)],
    };

    public override string ToString() => string.Join(
        '\n',
        [
            $"asked at {Moment:u}, active {Activated:o}, joined {Joined:u}",
            $"terms: {string.Join(", ", Terms.Select(term => $"{term.First:o} to {term.Last:o}"))}",
            .. Sessions.Select(session => $"own {session.Day:o}{(session.Cancelled ? " cancelled" : "")} {session.Mark}"
                + (session.FromOffice ? " imported" : "")),
            .. Guests.Select(guest => $"guest {guest.Day:o}{(guest.FromOffice ? " imported" : "")}"),
            .. Confirmed.Select(day => $"confirmed {day:o}"),
            .. Spells.Select(spell => $"{spell.Spell} {spell.From:o} to {spell.Back:o}"),
        ]);

    private static List<T> Without<T>(IReadOnlyList<T> all, int index) => [.. all.Where((_, i) => i != index)];

    private static DateTimeOffset Morning(DateOnly day) => new(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);

    private static SupporterEvent Begun(ModelSpell spell) => spell switch
    {
        ModelSpell.Left => new SupporterLeft(Ida),
        ModelSpell.Suspended => new Suspended(Ida, new Confidential("Why")),
        ModelSpell.StoodDown => new StoodDown(Ida),
        _ => new LeaveStarted(Ida),
    };

    private static SupporterEvent Ended(ModelSpell spell) => spell switch
    {
        ModelSpell.Suspended => new SuspensionLifted(Ida),
        ModelSpell.StoodDown => new StoodUp(Ida),
        _ => new LeaveEnded(Ida),
    };

    private IEnumerable<SupporterEvent> Attendances()
    {
        foreach (var (session, number) in Sessions.Select((session, i) => (session, i)))
        {
            var (id, day) = (Id(100 + number), session.Day);
            if (session.Mark == ModelMark.Attended)
                yield return new SupervisionAttended(Ida, G1, id, day, session.FromOffice);
            else if (session.Mark is { } missed)
                yield return new SupervisionMissed(Ida, G1, id, day, How(missed), Reason: null);
        }

        // Ids on both sides of those of the own sessions: on one day the order of ids must not matter.
        foreach (var (guest, i) in Guests.Select((guest, i) => (guest, i)))
            yield return new SupervisionMadeUp(
                Ida, Elsewhere, Id(i % 2 == 0 ? i : 900 + i), guest.Day, guest.FromOffice);
    }

    private static Attendance How(ModelMark mark) => mark switch
    {
        ModelMark.Excused => Attendance.Excused,
        ModelMark.SaysMadeUp => Attendance.MadeUp,
        _ => Attendance.Absent,
    };

    private SupervisionGroup Group()
    {
        var group = SupervisionGroup.NotFormed.Evolve(new GroupFormed(G1)).Evolve(new MemberJoined(G1, Ida));
        foreach (var (session, number) in Sessions.Select((session, i) => (session, i)))
        {
            var id = Id(100 + number);
            group = group.Evolve(new SessionScheduled(G1, id, session.MovedFrom ?? session.Day, StartsAt: null));
            if (session.MovedFrom is not null)
                group = group.Evolve(new SessionMoved(G1, id, session.Day, StartsAt: null, Reason: null));
            if (session.Cancelled) group = group.Evolve(new SessionCancelled(G1, id, Reason: null));
        }

        return group;
    }
}
