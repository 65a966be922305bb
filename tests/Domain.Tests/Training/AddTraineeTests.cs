using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

[Trait("Rule", "R11")]
public sealed class AddTraineeTests
{
    [Fact]
    public void A_trainee_joins_a_cohort_and_is_enrolled_with_its_trainer()
    {
        foreach (var caller in new[] { Trainer, Coordinator })
            Decide(Uma, School, caller).ShouldHappen(new TraineeJoined(Autumn, Uma));
        var follows = Follow(Uma, School).ShouldHaveSingleItem();
        (follows.StreamType, follows.Slug).ShouldBe(("supporter", "uma"));
        follows.Events.ShouldBe([new SupporterEnrolled(Uma, Sue)]);
        School.After(new TraineeJoined(Autumn, Uma)).CohortOf(Autumn).Has(Uma).ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "R10")]
    public void Whoever_trains_them_now_is_on_record_as_their_trainer()
    {
        Follow(Tom, School).ShouldBeEmpty();
        var neds = School.After(new SupporterEnrolled(Uma, Ned));
        Follow(Uma, neds).ShouldHaveSingleItem().Events.ShouldBe([new SupporterEnrolled(Uma, Sue)]);
        var unknown = School.After(new SupporterEnrolled(Uma, TrainedBy: null));
        Follow(Uma, unknown).ShouldHaveSingleItem().Events.ShouldBe([new SupporterEnrolled(Uma, Sue)]);
    }

    [Fact]
    public void Somebody_who_is_in_it_is_in_it() => Decide(Tom, Over(School)).ShouldBeAlreadySo();

    [Fact]
    public void Only_people_with_the_role_of_trainee_join()
    {
        foreach (var person in new[] { Vera, new PersonId("nobody") })
            Decide(person, School).ShouldBeRefused("training.notATrainee", Rule.R11);
    }

    [Fact]
    public void A_supporter_does_not_train_again()
    {
        var both = School.After(new RoleGranted(Ida, Role.Trainee, Panel: null));
        Decide(Ida, both).ShouldBeRefused("training.isSupporter", Rule.R11);
    }

    [Fact]
    public void Nobody_trains_themselves()
    {
        var both = School.After(new RoleGranted(Sue, Role.Trainee, Panel: null));
        Decide(Sue, both).ShouldBeRefused("training.trainsThemselves", Rule.R11);
    }

    [Fact]
    public void Nobody_is_in_two_open_cohorts()
    {
        var elsewhere = School.After(new CohortOpened(Id(901), "Other", Ned, 0), new TraineeJoined(Id(901), Uma));
        Decide(Uma, elsewhere).ShouldBeRefused("training.inAnotherCohort", Rule.R11);
        foreach (var over in new CohortEvent[] { new CohortClosed(Id(901)), new TraineeWithdrawn(Id(901), Uma, null) })
            Decide(Uma, elsewhere.After(over)).ShouldHappen(new TraineeJoined(Autumn, Uma));
    }

    [Fact]
    public void Nobody_joins_a_cohort_that_is_closed() =>
        Decide(Uma, Over(School)).ShouldBeRefused("training.cohortClosed", Rule.R11);

    [Fact]
    public void Who_withdrew_may_begin_again()
    {
        var again = School.After(
            Held(1, 60, ["referrals"], Tom), new TraineeWithdrawn(Autumn, Tom, null), new TraineeJoined(Autumn, Tom));
        again.CohortOf(Autumn).Has(Tom).ShouldBeTrue();
        again.TrainingOf(Tom).MinutesDone.ShouldBe(60);
    }

    [Fact]
    public void Who_left_as_a_supporter_and_comes_back_goes_through_the_gate_again()
    {
        var left = Trained.After(new SupporterActivated(Tom, Today), new SupporterLeft(Tom));
        Decide(Tom, left).ShouldHappen(new TraineeJoined(Autumn, Tom));
        Follow(Tom, left).ShouldHaveSingleItem().Events.ShouldBe([new SupporterEnrolled(Tom, Sue)]);
        var back = left.After(new TraineeJoined(Autumn, Tom), new SupporterEnrolled(Tom, Sue));
        back.SupporterOf(Tom).Status.ShouldBe(PersonStatus.InTraining);
        back.StandingAt(Tom, Noon).Standing.ShouldBe(Standing.InTraining);
        back.TrainingOf(Tom).Missing.ShouldBe(["signOff"]);
    }

    [Fact]
    public void Only_its_trainer_and_coordinators_add_one() =>
        ShouldBeForTrainerAndCoordinatorsOnly(new AddTrainee(Uma), AddTrainee.Decide);

    private static Institution Over(Institution institution) => institution.After(new CohortClosed(Autumn));

    private static Decision<CohortEvent> Decide(PersonId trainee, Institution institution, Caller? caller = null) =>
        institution.Decide(new AddTrainee(trainee), caller ?? Trainer, AddTrainee.Decide);

    private static IReadOnlyList<InStream> Follow(PersonId trainee, Institution institution) =>
        AddTrainee.Follow(new AddTrainee(trainee), institution.CohortOf(Autumn), institution.By(Trainer));
}
