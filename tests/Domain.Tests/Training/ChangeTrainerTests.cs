using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

/// <summary>Somebody else takes a cohort over.</summary>
[Trait("Rule", "R10")]
public sealed class ChangeTrainerTests
{
    private static readonly ChangeTrainer Change = new(Ned, " Sue is ill ");
    private static readonly TrainerChanged Changed = new(Autumn, Sue, Ned, new Confidential("Sue is ill"));

    [Fact]
    public void A_coordinator_gives_a_cohort_another_trainer_with_a_reason()
    {
        School.Decide(Change, Coordinator, ChangeTrainer.Decide).ShouldHappen(Changed);
        School.After(Changed).CohortOf(Autumn).Trainer.ShouldBe(Ned);
        School.After(Changed).Decide(Change, Coordinator, ChangeTrainer.Decide).ShouldBeAlreadySo();
    }

    [Fact]
    public void The_former_trainer_keeps_its_record_no_more_and_the_new_one_does()
    {
        var after = School.After(Changed);
        var signOff = new SignOffTrainee(Tom);
        after.Decide(signOff, Trainer, SignOffTrainee.Decide)
            .ShouldBeRefused("training.cohortUnknown", Rule.R13, RejectionKind.NotThere);
        after.Decide(signOff, OtherTrainer, SignOffTrainee.Decide).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Whoever_still_trains_has_the_new_trainer_and_who_is_a_supporter_keeps_theirs()
    {
        var streams = ChangeTrainer.Follow(Change, School.CohortOf(Autumn), School.By(Coordinator));
        var follow = streams.ShouldHaveSingleItem();
        (follow.StreamType, follow.Slug).ShouldBe((Supporter.StreamType, "tom"));
        follow.Events.ShouldBe([new TrainerAssigned(Tom, Ned)]);
        School.After([.. follow.Events]).SupporterOf(Tom).TrainedBy.ShouldBe(Ned);
        var active = Trained.After(new SupporterActivated(Tom, Today));
        ChangeTrainer.Follow(Change, active.CohortOf(Autumn), active.By(Coordinator)).ShouldBeEmpty();
    }

    [Fact]
    public void A_sign_off_that_was_given_stays() =>
        Trained.After(Changed).TrainingOf(Tom).SignedOffAt.ShouldNotBeNull();

    [Fact]
    public void It_needs_a_reason()
    {
        foreach (var reason in new[] { null, " " })
            School.Decide(Change with { Reason = reason }, Coordinator, ChangeTrainer.Decide)
                .ShouldBeRefused("training.trainerChangeNeedsReason", Rule.R10, RejectionKind.SaysNothing)
                .Missing.ShouldBe(["reason"]);
    }

    [Fact]
    public void A_trainer_has_the_role_and_is_not_a_trainee_of_the_cohort()
    {
        School.Decide(Change with { Trainer = Ida }, Coordinator, ChangeTrainer.Decide)
            .ShouldBeRefused("training.notATrainer", Rule.R11);
        School.After(new TraineeJoined(Autumn, Ned)).Decide(Change, Coordinator, ChangeTrainer.Decide)
            .ShouldBeRefused("training.trainsThemselves", Rule.R11);
    }

    [Fact]
    public void Only_coordinators_change_it_and_only_of_a_cohort_that_there_is()
    {
        foreach (var caller in new[] { Trainer, OtherTrainer, AsTrainee, Administrator })
            School.Decide(Change, caller, ChangeTrainer.Decide)
                .ShouldBeRefused("training.coordinatorsOnly", Rule.R11, RejectionKind.RoleMayNot);
        ChangeTrainer.Decide(Change, Cohort.NotOpened, School.By(Coordinator))
            .ShouldBeRefused("training.cohortUnknown", Rule.R13, RejectionKind.NotThere);
    }
}
