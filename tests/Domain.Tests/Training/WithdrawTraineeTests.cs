using Safeguard.Domain.People;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

/// <summary>How training in a cohort ends: for one person, and for all.</summary>
[Trait("Rule", "R11")]
public sealed class WithdrawTraineeTests
{
    private static readonly WithdrawTrainee Withdraw = new(Tom, Reason: null);

    [Fact]
    public void A_trainee_withdraws_with_or_without_a_reason_and_once()
    {
        foreach (var caller in new[] { Trainer, Coordinator })
            School.Decide(Withdraw, caller, WithdrawTrainee.Decide)
                .ShouldHappen(new TraineeWithdrawn(Autumn, Tom, Reason: null));
        var reason = new Confidential("Too much on");
        School.Decide(Withdraw with { Reason = reason }, Trainer, WithdrawTrainee.Decide)
            .ShouldHappen(new TraineeWithdrawn(Autumn, Tom, reason));
        School.After(new TraineeWithdrawn(Autumn, Tom, null)).Decide(Withdraw, Trainer, WithdrawTrainee.Decide)
            .ShouldBeAlreadySo();
    }

    [Fact]
    public void With_it_a_sign_off_ends()
    {
        var cohort = Trained.After(new TraineeWithdrawn(Autumn, Tom, null)).CohortOf(Autumn);
        (cohort.Has(Tom), cohort.Trainees[Tom].SignedOffAt, cohort.Trainees[Tom].WithdrawnAt)
            .ShouldBe((false, null, Noon));
    }

    [Fact]
    public void Who_was_never_in_the_cohort_does_not_withdraw_from_it() =>
        School.Decide(Withdraw with { Trainee = Uma }, Trainer, WithdrawTrainee.Decide)
            .ShouldBeRefused("training.notOfThisCohort", Rule.R11).Missing.ShouldBe(["uma"]);

    [Fact]
    public void A_supporter_has_finished_training_and_does_not_withdraw_from_it()
    {
        var active = Trained.After(new SupporterActivated(Tom, Today));
        active.Decide(Withdraw, Coordinator, WithdrawTrainee.Decide)
            .ShouldBeRefused("training.isSupporter", Rule.R11);
        active.After(new SupporterLeft(Tom)).Decide(Withdraw, Coordinator, WithdrawTrainee.Decide)
            .Events.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void A_trainee_who_leaves_the_programme_is_in_no_cohort_and_a_supporter_stays_on_its_list()
    {
        var parts = Departure.FromProgramme(School, Tom, Noon).Streams;
        parts.Select(part => (part.StreamType, part.Slug))
            .ShouldBe([("supporter", "tom"), ("cohort", Autumn.ToString())]);
        parts[1].Events.ShouldBe([new TraineeWithdrawn(Autumn, Tom, Reason: null)]);
        var active = Trained.After(new SupporterActivated(Tom, Today));
        Departure.FromProgramme(active, Tom, Noon).Streams.Select(part => part.StreamType).ShouldBe(["supporter"]);
    }

    [Fact]
    public void It_is_not_another_trainers_to_record() =>
        ShouldBeForTrainerAndCoordinatorsOnly(Withdraw, WithdrawTrainee.Decide);

    [Fact]
    public void A_cohort_is_closed_once_by_its_trainer_or_a_coordinator()
    {
        foreach (var caller in new[] { Trainer, Coordinator })
            School.Decide(new CloseCohort(), caller, CloseCohort.Decide).ShouldHappen(new CohortClosed(Autumn));
        var closed = School.After(new CohortClosed(Autumn));
        closed.CohortOf(Autumn).Closed.ShouldBeTrue();
        closed.Decide(new CloseCohort(), Trainer, CloseCohort.Decide).ShouldBeAlreadySo();
        ShouldBeForTrainerAndCoordinatorsOnly(new CloseCohort(), CloseCohort.Decide);
    }
}
