namespace Safeguard.Domain.Escalations;

/// <summary>
/// One decision while it is being made: what has happened so far, and the state that this leads to. Each further event
/// is decided on that state, so that what a wake-up or a command sets off (the next rung, a page) is decided once, in
/// one place, whatever set it off.
/// </summary>
internal sealed class Course(Escalation state, EscalationContext context)
{
    private readonly List<EscalationEvent> _events = [];
    private readonly HashSet<PersonId> _paged = [];
    private readonly Stamp _stamp = new(
        context.Caller.Person, Role: null, context.Now, context.Now, context.Policy.Version);

    public Escalation State { get; private set; } = state;
    public EscalationContext Context => context;
    public DateTimeOffset Now => context.Now;
    public Cover Cover => context.Cover;

    public Course Then(EscalationEvent happened)
    {
        _events.Add(happened);
        State = Escalation.Evolve(State, happened, _stamp);
        return this;
    }

    /// <summary>Those among them whom this decision has not paged yet: nobody is paged twice in one decision.</summary>
    public IReadOnlyList<PersonId> NotYetPaged(IEnumerable<PersonId> people) =>
        [.. people.Where(p => !_paged.Contains(p))];

    public void Page(
        int rung, IReadOnlyList<PersonId> people, PageReason reason, int repeat = 0, DateTimeOffset? nextPageAt = null)
    {
        var to = NotYetPaged(people);
        if (to.Count == 0) return;
        _paged.UnionWith(to);
        Then(new PageSent(rung, to, repeat, reason, nextPageAt));
    }

    /// <summary>
    /// Tells people at once, outside the ladder's turns; the raiser and anyone with a conflict are left out.
    /// </summary>
    public void Tell(PageReason reason, params IEnumerable<PersonId> people) =>
        Page(PageSent.OutsideLadder, [.. people.Distinct().Where(MayBePaged)], reason);

    public bool MayBePaged(PersonId person) =>
        person != PersonId.System && Reachable.WhyNot(person, State, Cover) is null;

    public Decision<EscalationEvent> Decided() => _events;
}
