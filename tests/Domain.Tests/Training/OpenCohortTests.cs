using Safeguard.Domain.Programmes;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

[Trait("Rule", "R11")]
public sealed class OpenCohortTests
{
    private static readonly OpenCohort Open = new(Id(901), " Spring 2027 ", Ned, Curriculum: null);

    private static readonly Institution Newer = School.After(
        new CurriculumAdopted(Curriculum.Default with { Version = 1, Sessions = 8 }, "x"));

    [Fact]
    public void A_cohort_is_opened_with_its_name_its_trainer_and_the_present_curriculum()
    {
        Decide(Open, School).ShouldHappen(new CohortOpened(Id(901), "Spring 2027", Ned, Curriculum: 0));
        Decide(Open, Newer).ShouldHappen(new CohortOpened(Id(901), "Spring 2027", Ned, Curriculum: 1));
        var cohort = School.After(new CohortOpened(Id(901), "Spring 2027", Ned, 0)).CohortOf(Id(901));
        (cohort.Id, cohort.Opened, cohort.Closed, cohort.Name, cohort.Trainer, cohort.Curriculum)
            .ShouldBe((Id(901), true, false, "Spring 2027", Ned, 0));
    }

    [Fact]
    public void One_entered_late_names_the_curriculum_of_its_time()
    {
        Decide(Open with { Curriculum = 0 }, Newer).Events.ShouldHaveSingleItem()
            .ShouldBeOfType<CohortOpened>().Curriculum.ShouldBe(0);
        Decide(Open with { Curriculum = 2 }, Newer).ShouldBeRefused("training.curriculumUnknown", Rule.R11);
    }

    [Fact]
    public void It_is_opened_once()
    {
        var opened = Newer.After(new CohortOpened(Id(901), "Spring 2027", Ned, 1));
        Decide(Open, opened).ShouldBeAlreadySo();
        Decide(Open with { Curriculum = 1 }, opened).ShouldBeAlreadySo();
        foreach (var other in new[]
        {
            Open with { Name = "Another" }, Open with { Trainer = Sue }, Open with { Curriculum = 0 },
        })
            Decide(other, opened).ShouldBeRefused("training.cohortExists", Rule.R11);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void It_needs_a_name(string? name) =>
        Decide(Open with { Name = name }, School)
            .ShouldBeRefused("training.cohortNameMissing", Rule.R11, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["name"]);

    [Fact]
    public void Its_trainer_is_a_supervisor() =>
        Decide(Open with { Trainer = Vera }, School).ShouldBeRefused("training.notATrainer", Rule.R11);

    [Fact]
    public void Only_coordinators_open_one()
    {
        foreach (var caller in new[] { OtherTrainer, Administrator, AsTrainee })
            OpenCohort.Decide(Open, Cohort.NotOpened, School.By(caller))
                .ShouldBeRefused("training.coordinatorsOnly", Rule.R11, RejectionKind.RoleMayNot);
    }

    [Fact]
    public void A_trainer_sees_the_cohorts_that_are_theirs()
    {
        var more = School.After(
            new CohortOpened(Id(903), "Spring 2027", Sue, 0), new CohortOpened(Id(902), "A first one", Sue, 0),
            new CohortOpened(Id(904), "Another's", Ned, 0));
        more.CohortsTrainedBy(Sue).Select(cohort => cohort.Name)
            .ShouldBe(["A first one", "Autumn 2026", "Spring 2027"]);
    }

    private static Decision<CohortEvent> Decide(OpenCohort command, Institution institution) =>
        OpenCohort.Decide(command, institution.CohortOf(command.Cohort), institution.By(Coordinator));
}
