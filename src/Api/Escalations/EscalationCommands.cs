using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Escalations;

/// <summary>
/// Runs one command on one escalation: loads it, looks up what the rules need at this moment, decides, and appends
/// with the caller's own record as a version the decision rested on, so that a role revoked a moment earlier counts.
/// </summary>
public sealed class EscalationCommands(CommandRunner runner, InstitutionDirectory directory)
{
    public Task<Outcome> RunAsync(
        string name, CommandInfo info, Guid id, Func<Escalation, EscalationContext, Decision<EscalationEvent>> decide,
        PersonId? named = null) =>
        runner.RunAsync(name, info, async transaction =>
        {
            var loaded = await transaction.LoadAsync(EscalationKind.Kind, id);
            var context = ContextFor(info.Caller, loaded.State.State, id, transaction.Now, named);
            RestOnCaller(transaction, context.Caller);
            return await transaction.ApplyAsync(
                EscalationKind.Kind, loaded, decide(loaded.State.State, context), context.Policy.Version);
        });

    /// <summary>What the rules need of the institution for this escalation at this moment.</summary>
    public EscalationContext ContextFor(
        Caller asking, Escalation state, Guid id, DateTimeOffset now, PersonId? named = null)
    {
        var institution = directory.Present;
        var caller = institution.Caller(asking.Person, now) ?? new Caller(asking.Person, []);
        var cover = institution.CoverFor(state.Panel, state.Raiser, id, state.CaseFile, now);
        return new(caller, now, institution.PolicyAt(now), cover with { Gone = Gone(institution, state) })
        {
            Named = institution.StillHere(named, now),
        };
    }

    /// <summary>
    /// Those once paged who have left, or hold no role any more in which anybody is paged: repeats leave them out.
    /// </summary>
    private static PersonId[] Gone(Institution institution, Escalation state) =>
    [
        .. state.Paged.Where(person => institution.Person(person) is not { LeftAt: null } known
            || !known.Roles.Any(grant => grant.Role is Role.SeniorMember or Role.Supervisor or Role.Coordinator)),
    ];

    private void RestOnCaller(Transaction transaction, Caller caller)
    {
        if (caller.Person == PersonId.System) return;
        var stream = StreamIds.For("person", caller.Person.Value);
        transaction.RestsOn(stream, directory.VersionOf(stream));
    }
}
