using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

[Trait("Rule", "R11")]
public sealed class TrainingProgressTests
{
    [Fact]
    public void At_first_everything_is_missing_and_each_thing_is_named()
    {
        var progress = School.TrainingOf(Tom);
        (progress.Trainee, progress.Curriculum, progress.MinutesDone, progress.MinutesNeeded, progress.SignedOffAt)
            .ShouldBe((Tom, 0, 0, 1800, null));
        progress.Missing.ShouldBe(
        [
            "hours", .. AllTopics.Select(topic => $"topic:{topic}"),
            "signOff", "agreement:codeOfConduct", "agreement:confidentiality",
        ]);
        School.TrainingOf(Uma).Missing.ShouldBe(progress.Missing, "who is in no cohort has done nothing yet");
    }

    [Fact]
    public void Sessions_and_catch_ups_count_for_whoever_was_there_and_for_nobody_else()
    {
        var school = School.After(
            new TraineeJoined(Autumn, Uma), Held(1, 180, ["referrals", "limit-setting"], Tom, Uma),
            Held(2, 90, ["confidentiality"], Uma), CaughtUp(3, Tom, 45, "confidentiality", "referrals"));
        var tom = school.TrainingOf(Tom);
        tom.MinutesDone.ShouldBe(180 + 45);
        tom.TopicsMissing.Select(topic => topic.Id)
            .ShouldBe(AllTopics.Except(["referrals", "limit-setting", "confidentiality"]));
        school.ProgressOf(school.CohortOf(Autumn)).Select(progress => (progress.Trainee, progress.MinutesDone))
            .ShouldBe([(Tom, 225), (Uma, 270)]);
    }

    [Fact]
    public void Hours_are_complete_with_the_last_minute()
    {
        object[] nine = [.. Enumerable.Range(1, 9).Select(number => Held(number, 180, AllTopics, Tom))];
        var almost = School.After([.. nine, Held(10, 179, [], Tom)]);
        almost.TrainingOf(Tom).Missing[0].ShouldBe("hours");
        almost.After(CaughtUp(11, Tom, 1)).TrainingOf(Tom).Missing[0].ShouldBe("signOff");
    }

    [Fact]
    public void Nothing_is_missing_once_all_is_done()
    {
        var progress = Trained.TrainingOf(Tom);
        progress.Missing.ShouldBeEmpty();
        (progress.SignedOffAt, progress.ActiveSince).ShouldBe((Noon, (DateOnly?)null));
        Trained.After(new SupporterActivated(Tom, Today)).TrainingOf(Tom).ActiveSince.ShouldBe(Today);
    }

    [Fact]
    public void A_person_is_judged_by_the_curriculum_that_they_trained_under()
    {
        var longer = new CurriculumAdopted(
            new Curriculum { Version = 1, Sessions = 20, Topics = [new("new-one", "New one")] }, "x");
        var newer = Trained.After(longer);
        newer.TrainingOf(Tom).Missing.ShouldBeEmpty();
        newer.TrainingOf(Uma).Missing.ShouldContain("topic:new-one");
        var spring = newer.After(new CohortOpened(Id(901), "Spring", Ned, 1), new TraineeJoined(Id(901), Uma));
        var uma = spring.TrainingOf(Uma);
        (uma.Curriculum, uma.MinutesNeeded).ShouldBe((1, 3600));
        uma.TopicsMissing.Select(topic => topic.Id).ShouldBe(["new-one"]);
    }

    [Fact]
    public void The_cohort_that_they_joined_last_is_the_one_that_counts()
    {
        var moved = Trained.After(new CohortOpened(Id(1), "Spring", Ned, 0))
            .At(Noon.AddDays(1), new TraineeJoined(Id(1), Tom));
        moved.TrainingOf(Tom).Missing[0].ShouldBe("hours");
        var back = moved.At(Noon.AddDays(2), new TraineeWithdrawn(Id(1), Tom, Reason: null));
        back.TrainingOf(Tom).Missing.ShouldBeEmpty();
        back.CohortsOf(Tom).Select(cohort => cohort.Id).ShouldBe([Autumn]);
    }

    [Fact]
    public void Who_withdrew_is_not_on_the_list()
    {
        var school = School.After(new TraineeJoined(Autumn, Uma), new TraineeWithdrawn(Autumn, Tom, Reason: null));
        school.ProgressOf(school.CohortOf(Autumn)).Select(progress => progress.Trainee).ShouldBe([Uma]);
    }

    [Fact]
    public void What_nobody_knows_of_changes_nothing()
    {
        var cohort = School.CohortOf(Autumn);
        Cohort.Aggregate.Evolve(cohort, new TraineeSignedOff(Autumn, Uma), Stamp(Noon)).ShouldBe(cohort);
        School.CohortOf(Id(77)).ShouldBeSameAs(Cohort.NotOpened);
    }
}
