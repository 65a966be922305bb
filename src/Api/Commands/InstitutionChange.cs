using Safeguard.Api.Supervision;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Commands;

/// <summary>
/// One attempt at one command on programme, people or rotas. Everything is decided on one snapshot of the directory,
/// and the append asserts the version of every stream looked at: a role revoked a moment earlier counts.
/// </summary>
public sealed partial class InstitutionChange
{
    private readonly InstitutionDirectory _directory;
    private readonly DirectorySnapshot _known;
    private readonly HashSet<PanelId> _rotas = [];
    private readonly HashSet<Guid> _changed = [];
    private readonly SupervisionTouched _touched = new();

    /// <summary>The institution as it will be once this attempt is committed.</summary>
    private Institution _after;

    public InstitutionChange(Transaction transaction, InstitutionDirectory directory)
    {
        _directory = directory;
        _known = directory.Snapshot;
        _after = _known.Institution;
        Transaction = transaction;
        var asking = transaction.Info.Caller;
        Caller = asking.Person == PersonId.System
            ? asking
            : Institution.Caller(asking.Person, Now) ?? new Caller(asking.Person, []);
        if (asking.Person != PersonId.System) RestsOn(asking.Person);
    }

    public Transaction Transaction { get; }

    /// <summary>Who asks, in the roles of this moment.</summary>
    public Caller Caller { get; }

    /// <summary>The institution before this command.</summary>
    public Institution Institution => _known.Institution;

    public DateTimeOffset Now => Transaction.Now;

    public async Task<Rejection?> ProgrammeAsync(
        Func<Programme, ProgrammeContext, Decision<ProgrammeEvent>> decide)
    {
        var loaded = Take(Programme.StreamType, Programme.Listening, Institution.Programme);
        var decision = decide(loaded.State, new ProgrammeContext(Caller, Now));
        // Alarms of every rota follow the policy.
        if (decision.Events.Any(happened => happened is PolicyAdopted)) _rotas.UnionWith(Institution.Rotas.Keys);
        return await ApplyAsync(InstitutionStreams.Programme, loaded, decision);
    }

    public async Task<Rejection?> PersonAsync(
        PersonId person, Func<Person, PersonContext, Decision<PersonEvent>> decide)
    {
        var before = Institution.People.GetValueOrDefault(person, Person.Unknown);
        var loaded = Take(Person.StreamType, person.Value, before);
        RestsOn(Programme.StreamType, Programme.Listening);
        foreach (var other in Institution.People.Values)
            if (other.Id != person && SharesNeededRole(before, other)) RestsOn(other.Id);
        var decision = decide(before, Institution.PersonContextFor(person, Caller, Now));
        var rejection = await ApplyAsync(InstitutionStreams.Person, loaded, decision);
        var after = _after.People.GetValueOrDefault(person, before);
        _rotas.UnionWith(PanelsServed(before.Roles.Except(after.Roles).Concat(after.Roles.Except(before.Roles))));
        return rejection;
    }

    public async Task<Rejection?> RotaAsync(PanelId panel, Func<PanelRota, RotaContext, Decision<RotaEvent>> decide)
    {
        var loaded = Take(
            PanelRota.StreamType, panel.Value, Institution.Rotas.GetValueOrDefault(panel, PanelRota.Unplanned));
        RestsOn(Programme.StreamType, Programme.Listening);
        foreach (var person in Institution.CanServe(panel)) RestsOn(person);
        _rotas.Add(panel);
        var decision = decide(loaded.State, Institution.RotaContextFor(panel, Caller, Now));
        return await ApplyAsync(InstitutionStreams.Rota, loaded, decision);
    }

    /// <summary>
    /// What follows in other streams when somebody leaves or loses a role, on the same snapshot (R4).
    /// </summary>
    public async Task FollowAsync(Departure departure)
    {
        await FollowAsync(departure.Streams);
        _rotas.UnionWith(departure.Panels);
    }

    /// <summary>Events in other streams, decided on the same snapshot, one part a stream.</summary>
    public async Task FollowAsync(IReadOnlyList<InStream> parts)
    {
        foreach (var part in parts)
        {
            var stream = StreamIds.For(part.StreamType, part.Slug);
            var events = part.Events.Select(happened => (happened, Stamp())).ToList();
            await Transaction.AddPlannedAsync(
                part.StreamType, stream, _known.VersionOf(stream), events, CancellationToken.None);
            Fold(stream, part.Events);
        }
    }

    /// <summary>The decision rested on this person's record without changing it.</summary>
    public void RestsOn(PersonId person) => RestsOn(Person.StreamType, person.Value);

    /// <summary>
    /// Sets the next wake-up of every rota and supporter that this command changed, or whose people, group or policy it
    /// did, and the rows that may never lag.
    /// </summary>
    internal void Await()
    {
        if (_changed.Count == 0) return;
        _touched.Write(Transaction, _known, _after);
        foreach (var panel in _rotas)
        {
            if (!_after.Rotas.TryGetValue(panel, out var rota)) continue;
            var stream = StreamIds.For(PanelRota.StreamType, panel.Value);
            if (!_changed.Contains(stream)) Transaction.RestsOn(stream, _known.VersionOf(stream));
            var due = WakeRota.NextWakeUp(rota, _after.RotaContextFor(panel, Caller.System, Now));
            Transaction.Add(new WakeUp(stream, PanelRota.StreamType, due));
        }
    }

    private Loaded<TState> Take<TState>(string streamType, string slug, TState state)
    {
        var stream = StreamIds.For(streamType, slug);
        return Transaction.Take(new Loaded<TState>(stream, _known.VersionOf(stream), state), async () =>
        {
            await _directory.CatchUpAsync(CancellationToken.None);
            return _directory.VersionOf(stream);
        });
    }

    private async Task<Rejection?> ApplyAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, Loaded<TState> loaded, Decision<TEvent> decision)
        where TEvent : class
    {
        var version = Institution.PolicyAt(Now).Version;
        var rejection = await Transaction.ApplyAsync(kind, loaded, decision, version);
        if (rejection is null && decision.Events.Count > 0) Fold(loaded.Stream, decision.Events);
        return rejection;
    }

    private void Fold(Guid stream, IEnumerable<object> events)
    {
        _changed.Add(stream);
        foreach (var happened in events)
        {
            _touched.Add(happened);
            _after = _after.Apply(happened, Stamp());
        }
    }

    private Stamp Stamp() =>
        new(Caller.Person, Transaction.Info.Role, Now, Now, Institution.PolicyAt(Now).Version);

    private void RestsOn(string streamType, string slug)
    {
        var stream = StreamIds.For(streamType, slug);
        Transaction.RestsOn(stream, _known.VersionOf(stream));
    }

    /// <summary>Two people must not each lose the last of a role because the other still has it.</summary>
    private static bool SharesNeededRole(Person one, Person other) =>
        one.Roles.Any(grant => grant.Role.MustHaveHolder() && other.Roles.Contains(grant));

    private static IEnumerable<PanelId> PanelsServed(IEnumerable<RoleGrant> grants) =>
        grants.Where(grant => grant.Role == Role.SeniorMember).Select(grant => grant.Panel).OfType<PanelId>();
}
