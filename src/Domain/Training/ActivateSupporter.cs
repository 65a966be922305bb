using Safeguard.Domain.People;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>
/// The training gate (R11): a trainee becomes a supporter once nothing is missing, and everything that is missing is
/// named at once. In the same transaction they join their supervision group and have the supporter's role.
/// </summary>
/// <param name="Group">Null for the one they are in already, else their trainer's (R10).</param>
/// <param name="Reason">Asked for where the group is not their trainer's (R10).</param>
public sealed record ActivateSupporter(PanelId? Panel, GroupId? Group, string? Reason)
{
    public static Decision<SupporterEvent> Decide(
        ActivateSupporter command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.RefusalOf(person, supporter, context) is { } refusal) return refusal;
        if (!context.IsOffice) return new CoordinatorsRunTraining();
        if (supporter.ActiveSince is not null)
            return IsSo(command, person, supporter, context)
                ? Decision<SupporterEvent>.AlreadySo
                : new AlreadyASupporter();
        if (!context.Institution.Holds(person, Role.Trainee)) return new NotATrainee();
        List<string> missing = [.. context.Institution.TrainingOf(person).Missing];
        var chosen = GroupFor(command, person, supporter, context);
        if (command.Panel is null) missing.Add("panel");
        if (chosen is null) missing.Add("group");
        if (missing.Count > 0 || command.Panel is not { } panel || chosen is not { } group)
            return new TrainingIncomplete { Missing = missing };
        if (Granting(panel, person, context).Rejection is { } noRole) return noRole;
        if (Joining(command, group, person, context).Rejection is { } noGroup) return noGroup;
        return new List<SupporterEvent> { new SupporterActivated(person, context.Today) }
            .And(FollowsOfJoining(command, group, person, context)
                .Where(part => IsOwn(part)).SelectMany(part => part.Events).Cast<SupporterEvent>());
    }

    /// <summary>What it is in the supervision groups and in the person's own stream.</summary>
    public static IReadOnlyList<InStream> Follow(
        ActivateSupporter command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        var group = GroupFor(command, person, supporter, context)!.Value;
        var follows = new List<InStream>();
        if (Joining(command, group, person, context).Events is { Count: > 0 } joined)
            follows.Add(new(SupervisionGroup.StreamType, group.Value, joined));
        follows.AddRange(FollowsOfJoining(command, group, person, context).Where(part => !IsOwn(part)));
        var training = context.Institution.People[person].Roles.Where(grant => grant.Role == Role.Trainee);
        follows.Add(new(Person.StreamType, person.Value,
        [
            .. Granting(command.Panel!.Value, person, context).Events,
            .. training.Select(grant => new RoleRevoked(person, grant.Role, grant.Panel)),
        ]));
        return follows;
    }

    private static bool IsSo(
        ActivateSupporter command, PersonId person, Supporter supporter, SupervisionContext context) =>
        (command.Group is null || command.Group == supporter.Group)
        && (command.Panel is not { } panel || Granting(panel, person, context) == Decision<PersonEvent>.AlreadySo);

    /// <summary>The one named; else the one they are in; else the first by id that their trainer supervises.</summary>
    private static GroupId? GroupFor(
        ActivateSupporter command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (command.Group is { } named) return named;
        if (supporter.Group is { } own && context.Institution.GroupOf(own).Members.Contains(person)) return own;
        return supporter.TrainedBy is { } trainer ? context.Institution.FirstGroupOf(trainer) : null;
    }

    private static Decision<PersonEvent> Granting(PanelId panel, PersonId person, SupervisionContext context)
    {
        var institution = context.Institution;
        return GrantRole.Decide(
            new GrantRole(Role.Supporter, panel), institution.People.GetValueOrDefault(person, Person.Unknown),
            institution.PersonContextFor(person, context.Caller, context.Now));
    }

    private static Decision<SupervisionGroupEvent> Joining(
        ActivateSupporter command, GroupId group, PersonId person, SupervisionContext context) =>
        JoinSupervisionGroup.Decide(
            new JoinSupervisionGroup(person, command.Reason), context.Institution.GroupOf(group), context);

    private static IReadOnlyList<InStream> FollowsOfJoining(
        ActivateSupporter command, GroupId group, PersonId person, SupervisionContext context) =>
        Joining(command, group, person, context).Events.Count == 0
            ? []
            : JoinSupervisionGroup.Follow(
                new JoinSupervisionGroup(person, command.Reason), context.Institution.GroupOf(group), context);

    private static bool IsOwn(InStream part) =>
        string.Equals(part.StreamType, Supporter.StreamType, StringComparison.Ordinal);
}

/// <summary>Each missing thing is named: hours, topics, sign-off, agreements, panel, supervision group.</summary>
public sealed record TrainingIncomplete() : Rejection(
    "training.incomplete",
    Rule.R11,
    "Not everything is there yet that makes a trainee a supporter. Complete what is named, and do this again.");
