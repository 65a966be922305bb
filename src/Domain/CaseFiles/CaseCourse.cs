namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// One decision about a case file while it is being made: what has happened so far, and the state that this leads to.
/// What a command or a wake-up sets off (a reopening, a new owner) is decided on that state, once and in one place.
/// </summary>
internal sealed class CaseCourse(CaseFile state, CaseFileContext context)
{
    private readonly List<CaseFileEvent> _events = [];
    private readonly Stamp _stamp = new(
        context.Caller.Person, Role: null, context.Now, context.Now, context.Policy.Version);

    public CaseFile State { get; private set; } = state;
    public CaseFileContext Context => context;
    public CaseCircle Circle => context.Circle;
    public DateTimeOffset Now => context.Now;

    public CaseCourse Then(CaseFileEvent happened)
    {
        _events.Add(happened);
        State = CaseFile.Evolve(State, happened, _stamp);
        return this;
    }

    /// <summary>Those among them who may hear of it, each once.</summary>
    public IReadOnlyList<PersonId> Hearing(params IEnumerable<PersonId?> people) =>
        [.. people.OfType<PersonId>().Distinct().Where(person => Successors.MayBe(person, State, Circle))];

    public Decision<CaseFileEvent> Decided() => _events;
}
