using System.Collections.Immutable;

namespace Safeguard.Domain.Supervision;

/// <summary>A supervision group: its supervisor, its members, its sessions and what its supervisor owes.</summary>
public sealed record SupervisionGroup
{
    public const string StreamType = "supervision-group";

    public static SupervisionGroup NotFormed { get; } = new();

    public static Aggregate<SupervisionGroup, SupervisionGroupEvent> Aggregate { get; } =
        new(StreamType, NotFormed, static (group, happened, _) => group.Evolve(happened));

    public GroupId Id { get; init; }
    public bool Formed { get; init; }
    public PersonId? Supervisor { get; init; }

    /// <summary>Everyone who ever supervised it, so that an import never hands it back.</summary>
    public ImmutableHashSet<PersonId> EverSupervisedBy { get; init; } = [];
    public ImmutableHashSet<PersonId> Members { get; init; } = [];
    public ImmutableDictionary<Guid, SupervisionSession> Sessions { get; init; } =
        ImmutableDictionary<Guid, SupervisionSession>.Empty;

    /// <summary>Every session in order of day: some two dozen a year.</summary>
    public ImmutableList<SupervisionSession> ByDay { get; private init; } = [];

    /// <summary>Requests between sessions and welfare calls that are not answered yet.</summary>
    public ImmutableList<SupervisorTask> Tasks { get; init; } = [];

    /// <summary>Every task ever made, so that the same request sent twice is one.</summary>
    public ImmutableHashSet<Guid> EverAsked { get; init; } = [];

    /// <summary>When this group next has to be looked at; null while nothing is owed.</summary>
    public DateTimeOffset? NextWakeUp => Tasks.IsEmpty ? null : Tasks.Min(task => task.NextWakeUp);

    public IEnumerable<OpenItem> OpenItems =>
        Tasks.Select(task => new OpenItem(task.Id, task.Kind, task.Owner, Panel: null, task.NextWakeUp));

    public SupervisionGroup Evolve(SupervisionGroupEvent happened) => happened switch
    {
        GroupFormed e => this with { Id = e.Group, Formed = true },
        SupervisorAssigned e => this with
        {
            Supervisor = e.Supervisor,
            EverSupervisedBy = EverSupervisedBy.Add(e.Supervisor),
            Tasks = Tasks.ConvertAll(task => task with { Owner = e.Supervisor }),
        },
        SupervisorStoodAside => this with { Supervisor = null },
        SupervisorTasksReassigned e => this with
        {
            Tasks = Tasks.ConvertAll(task => task.Owner == e.From ? task with { Owner = e.To } : task),
        },
        MemberJoined e => this with { Members = Members.Add(e.Member) },
        MemberLeft e => this with { Members = Members.Remove(e.Member) },
        SessionScheduled e => With(new SupervisionSession(e.Session, e.Group, e.Day, e.StartsAt)),
        SessionMoved e => Changed(e.Session, session => session with { Day = e.Day, StartsAt = e.StartsAt }),
        SessionCancelled e => Changed(e.Session, session => session with { Cancelled = true }),
        RegisterTaken e => Changed(e.Session, session => session with
        {
            Register = e.Entries.ToImmutableDictionary(entry => entry.Person, entry => entry.Attendance),
        }),
        RegisterCorrected e => Changed(e.Session, session => session with { Register = Corrected(session, e) }),
        _ => EvolveTasks(happened),
    };

    private SupervisionGroup EvolveTasks(SupervisionGroupEvent happened) => happened switch
    {
        BetweenSessionsContactRequested e => Asked(new(
            e.Request, SupervisorTask.ContactRequest, e.By, e.Of, e.DueAt, e.DueAt)
        { Escalation = e.Escalation }),
        WelfareCallAsked e => Asked(new(e.Call, SupervisorTask.WelfareCall, e.Member, e.Of, e.DueAt, e.DueAt)),
        BetweenSessionsContactMade e => Done(e.Request),
        WelfareCallMade e => Done(e.Call),
        SupervisorTaskLate e => this with
        {
            Tasks = Tasks.ConvertAll(task =>
                task.Id == e.Item ? task with { NextWakeUp = e.RemindedNextAt, Late = true } : task),
        },
        _ => this,
    };

    private SupervisionGroup Asked(SupervisorTask task) =>
        this with { Tasks = Tasks.Add(task), EverAsked = EverAsked.Add(task.Id) };

    private SupervisionGroup Done(Guid item) => this with { Tasks = Tasks.RemoveAll(task => task.Id == item) };

    private static ImmutableDictionary<PersonId, Attendance> Corrected(
        SupervisionSession session, RegisterCorrected correction) =>
        correction.Entries.Aggregate(
            session.Register ?? ImmutableDictionary<PersonId, Attendance>.Empty,
            (register, entry) => entry.Is is { } now
                ? register.SetItem(entry.Person, now)
                : register.Remove(entry.Person));

    private SupervisionGroup Changed(Guid id, Func<SupervisionSession, SupervisionSession> change) =>
        Sessions.TryGetValue(id, out var session)
            ? (this with { ByDay = ByDay.Remove(session) }).With(change(session))
            : this;

    private SupervisionGroup With(SupervisionSession session)
    {
        var (low, high) = (0, ByDay.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ByDay[middle].Day <= session.Day) low = middle + 1;
            else high = middle;
        }

        return this with { Sessions = Sessions.SetItem(session.Id, session), ByDay = ByDay.Insert(low, session) };
    }
}

/// <summary>Something a group's supervisor owes to somebody: one owner, one next wake-up (R4).</summary>
/// <param name="About">Who asked for contact, or who is to be called.</param>
public sealed record SupervisorTask(
    Guid Id, string Kind, PersonId About, PersonId Owner, DateTimeOffset DueAt, DateTimeOffset NextWakeUp)
{
    public const string ContactRequest = "contact-request";
    public const string WelfareCall = "welfare-call";

    public Guid? Escalation { get; init; }
    public bool Late { get; init; }
}
