using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;

namespace Safeguard.Api.Commands;

public sealed partial class InstitutionChange
{
    /// <summary>The institution as this attempt leaves it so far.</summary>
    public Institution After => _after;

    public SupervisionContext Supervision => new(Institution, Caller, Now);

    /// <param name="follow">What it is in other streams, where anything happened.</param>
    public async Task<Rejection?> GroupAsync(
        GroupId group, Func<SupervisionGroup, SupervisionContext, Decision<SupervisionGroupEvent>> decide,
        Func<SupervisionGroup, SupervisionContext, IReadOnlyList<InStream>>? follow = null)
    {
        var loaded = Take(SupervisionGroup.StreamType, group.Value, Institution.GroupOf(group));
        RestsOn(Programme.StreamType, Programme.Listening);
        foreach (var member in loaded.State.Members) RestsOnStanding(member);
        var context = Supervision;
        var decision = decide(loaded.State, context);
        var rejection = await ApplyAsync(InstitutionStreams.Group, loaded, decision);
        if (rejection is null && decision.Events.Count > 0 && follow is not null)
            await FollowAsync(follow(loaded.State, context));
        return rejection;
    }

    public async Task<Rejection?> CohortAsync(
        Guid cohort, Func<Cohort, SupervisionContext, Decision<CohortEvent>> decide,
        Func<Cohort, SupervisionContext, IReadOnlyList<InStream>>? follow = null)
    {
        var loaded = Take(Cohort.StreamType, cohort.ToString(), Institution.CohortOf(cohort));
        RestsOn(Programme.StreamType, Programme.Listening);
        var context = Supervision;
        var decision = decide(loaded.State, context);
        var rejection = await ApplyAsync(InstitutionStreams.Cohort, loaded, decision);
        if (rejection is null && decision.Events.Count > 0 && follow is not null)
            await FollowAsync(follow(loaded.State, context));
        return rejection;
    }

    public async Task<Rejection?> SupporterAsync(
        PersonId person, Func<Supporter, SupervisionContext, Decision<SupporterEvent>> decide)
    {
        var loaded = Take(Supporter.StreamType, person.Value, Institution.SupporterOf(person));
        RestsOnStanding(person);
        return await ApplyAsync(InstitutionStreams.Supporter, loaded, decide(loaded.State, Supervision));
    }

    public void RestsOnGroup(GroupId group) => RestsOn(SupervisionGroup.StreamType, group.Value);

    public void RestsOnCohort(Guid cohort) => RestsOn(Cohort.StreamType, cohort.ToString());

    /// <summary>
    /// The decision rested on where this supporter stands: their own stream, their group's, and the programme's with
    /// its terms and policy. A suspension that lands a moment earlier wins.
    /// </summary>
    public void RestsOnStanding(PersonId person)
    {
        RestsOn(Supporter.StreamType, person.Value);
        if (Institution.SupporterOf(person).Group is { } own) RestsOn(SupervisionGroup.StreamType, own.Value);
        RestsOn(Programme.StreamType, Programme.Listening);
    }
}
