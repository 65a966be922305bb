using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

/// <summary>Wexcombe with a cohort: Sue trains Tom in it; Uma is a trainee in none, Ned a trainer of none.</summary>
internal static class Classroom
{
    public static PersonId Uma { get; } = new("uma");
    public static PersonId Ned { get; } = new("ned");

    public static Guid Autumn { get; } = Id(900);
    public static DateOnly Today { get; } = new(2026, 11, 20);

    public static Institution School { get; } = University.After(
        Added(Uma), new RoleGranted(Uma, Role.Trainee, Panel: null),
        Added(Ned), new RoleGranted(Ned, Role.Supervisor, Panel: null),
        new CohortOpened(Autumn, "Autumn 2026", Sue, Curriculum: 0), new TraineeJoined(Autumn, Tom));

    public static Caller Trainer { get; } = new(Sue, [new RoleGrant(Role.Supervisor, Panel: null)]);
    public static Caller OtherTrainer { get; } = new(Ned, [new RoleGrant(Role.Supervisor, Panel: null)]);
    public static Caller AsTrainee { get; } = new(Tom, [new RoleGrant(Role.Trainee, Alder)]);

    public static IReadOnlyList<string> AllTopics { get; } = [.. Curriculum.Default.Topics.Select(topic => topic.Id)];

    /// <summary>Tom has gone through everything: ten sessions, sign-off and both agreements.</summary>
    public static Institution Trained { get; } = School.After(
    [
        .. Enumerable.Range(1, 10).Select(number => Held(number, 180, AllTopics, Tom)),
        new TraineeSignedOff(Autumn, Tom),
        new AgreementAccepted(Tom, Agreement.CodeOfConduct, "3"),
        new AgreementAccepted(Tom, Agreement.Confidentiality, "2"),
    ]);

    public static TrainingSessionHeld Held(
        int id, int minutes, IReadOnlyList<string> topics, params PersonId[] present) =>
        new(Autumn, Id(id), Today.AddDays(-id), minutes, topics, present);

    public static CatchUpRecorded CaughtUp(int id, PersonId trainee, int minutes, params string[] topics) =>
        new(Autumn, Id(id), trainee, Today, minutes, topics, new Confidential("Had the flu"));

    public static SupervisionContext By(this Institution institution, Caller caller) => new(institution, caller, Noon);

    /// <summary>What the command comes to for the autumn cohort of that institution.</summary>
    public static Decision<CohortEvent> Decide<TCommand>(
        this Institution institution, TCommand command, Caller caller,
        Func<TCommand, Cohort, SupervisionContext, Decision<CohortEvent>> decide) =>
        decide(command, institution.CohortOf(Autumn), institution.By(caller));

    /// <summary>
    /// The arms that every command on a cohort begins with: to another trainer it is not there, and a role that trains
    /// nobody may not.
    /// </summary>
    public static void ShouldBeForTrainerAndCoordinatorsOnly<TCommand>(
        TCommand command, Func<TCommand, Cohort, SupervisionContext, Decision<CohortEvent>> decide)
    {
        School.Decide(command, OtherTrainer, decide)
            .ShouldBeRefused("training.cohortUnknown", Rule.R13, RejectionKind.NotThere);
        foreach (var caller in new[] { Trainer, Coordinator })
            decide(command, Cohort.NotOpened, School.By(caller))
                .ShouldBeRefused("training.cohortUnknown", Rule.R13, RejectionKind.NotThere);
        foreach (var caller in new[] { AsTrainee, AsSupporter, SeniorMember(Vera), Administrator, new(Sue, []) })
            School.Decide(command, caller, decide)
                .ShouldBeRefused("training.trainersOnly", Rule.R11, RejectionKind.RoleMayNot);
    }
}
