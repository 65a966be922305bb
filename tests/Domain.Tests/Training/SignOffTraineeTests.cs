using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

[Trait("Rule", "R11")]
public sealed class SignOffTraineeTests
{
    private static readonly SignOffTrainee SignOff = new(Tom);
    private static readonly TraineeSignedOff SignedOff = new(Autumn, Tom);

    [Fact]
    public void The_trainer_signs_off_once_also_after_the_cohort_has_closed()
    {
        Decide(School, Trainer).ShouldHappen(SignedOff);
        Decide(School.After(new CohortClosed(Autumn)), Trainer).ShouldHappen(SignedOff);
        Decide(School.After(SignedOff), Trainer).ShouldBeAlreadySo();
        School.After(SignedOff).CohortOf(Autumn).Trainees[Tom].SignedOffAt.ShouldBe(Noon);
    }

    [Fact]
    public void A_coordinator_gives_it_only_for_a_trainer_who_no_longer_is_one()
    {
        Decide(School, Coordinator).ShouldBeRefused("training.signOffIsTrainers", Rule.R11, RejectionKind.RoleMayNot);
        var without = School.After(new RoleRevoked(Sue, Role.Supervisor, Panel: null));
        Decide(without, Coordinator).ShouldHappen(SignedOff);
        var tomCoordinates = new Caller(Tom, [new RoleGrant(Role.Coordinator, Panel: null)]);
        Decide(without, tomCoordinates)
            .ShouldBeRefused("training.signOffIsTrainers", Rule.R11, RejectionKind.RoleMayNot);
    }

    [Fact]
    public void Only_trainees_of_the_cohort_are_signed_off()
    {
        School.Decide(new SignOffTrainee(Uma), Trainer, SignOffTrainee.Decide)
            .ShouldBeRefused("training.notOfThisCohort", Rule.R11).Missing.ShouldBe(["uma"]);
        Decide(School.After(new TraineeWithdrawn(Autumn, Tom, null)), Trainer)
            .ShouldBeRefused("training.notOfThisCohort", Rule.R11).Missing.ShouldBe(["tom"]);
    }

    [Fact]
    public void It_is_not_another_trainers_to_give() =>
        ShouldBeForTrainerAndCoordinatorsOnly(SignOff, SignOffTrainee.Decide);

    private static Decision<CohortEvent> Decide(Institution institution, Caller caller) =>
        institution.Decide(SignOff, caller, SignOffTrainee.Decide);
}
