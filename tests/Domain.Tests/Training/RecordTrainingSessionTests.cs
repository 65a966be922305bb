using Safeguard.Domain.Programmes;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

[Trait("Rule", "R11")]
public sealed class RecordTrainingSessionTests
{
    private static readonly RecordTrainingSession Record =
        new(Id(1), Today, Minutes: 180, ["referrals", "limit-setting"], [Tom]);

    [Fact]
    public void A_session_is_recorded_with_its_topics_and_who_was_there()
    {
        foreach (var caller in new[] { Trainer, Coordinator })
        {
            var held = School.Decide(Record, caller, RecordTrainingSession.Decide).Events.ShouldHaveSingleItem()
                .ShouldBeOfType<TrainingSessionHeld>();
            (held.Cohort, held.Session, held.Day, held.Minutes).ShouldBe((Autumn, Id(1), Today, 180));
            held.Topics.ShouldBe(["referrals", "limit-setting"]);
            held.Present.ShouldBe([Tom]);
        }
    }

    [Fact]
    public void What_is_named_twice_counts_once()
    {
        var held = Decide(Record with { Topics = ["referrals", "referrals"], Present = [Tom, Tom] })
            .Events.ShouldHaveSingleItem().ShouldBeOfType<TrainingSessionHeld>();
        (held.Topics.Count, held.Present.Count).ShouldBe((1, 1));
    }

    [Fact]
    public void The_same_session_again_is_already_so_and_another_under_its_id_is_refused()
    {
        var held = School.After(new TraineeJoined(Autumn, Uma), Recorded(Record), new CohortClosed(Autumn));
        Decide(Record with { Topics = [.. Record.Topics.Reverse()] }, held).ShouldBeAlreadySo();
        var open = School.After(new TraineeJoined(Autumn, Uma), Recorded(Record));
        foreach (var other in new[]
        {
            Record with { Minutes = 90 }, Record with { Day = Today.AddDays(-1) }, Record with { Topics = [] },
            Record with { Present = [Tom, Uma] },
        })
            Decide(other, open).ShouldBeRefused("training.sessionExists", Rule.R11);
        var caughtUp = School.After(CaughtUp(1, Tom, 180, "referrals", "limit-setting") with { Day = Record.Day });
        Decide(Record, caughtUp).ShouldBeRefused("training.sessionExists", Rule.R11);
    }

    [Fact]
    public void A_day_to_come_has_not_been_held()
    {
        Decide(Record with { Day = Today.AddDays(1) }).ShouldBeRefused("training.dayToCome", Rule.R11);
        var lateEvening = new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero);
        RecordTrainingSession.Decide(
            Record with { Day = new(2026, 7, 2) }, School.CohortOf(Autumn), new(School, Trainer, lateEvening))
            .Events.Count.ShouldBe(1, "in summer it is the next day at the institution by then");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(601)]
    public void A_session_lasts_from_a_minute_to_ten_hours(int minutes)
    {
        Decide(Record with { Minutes = minutes }).ShouldBeRefused("training.minutes", Rule.R11);
        foreach (var bound in new[] { 1, 600 })
            Decide(Record with { Minutes = bound }).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void A_topic_that_the_cohorts_curriculum_does_not_have_is_named()
    {
        Decide(Record with { Topics = ["referrals", "juggling", "Referrals"] })
            .ShouldBeRefused("training.topicUnknown", Rule.R11).Missing.ShouldBe(["juggling", "Referrals"]);
        var newer = School.After(new CurriculumAdopted(
            new Curriculum { Version = 1, Topics = [new("juggling", "Juggling")] }, "x"));
        Decide(Record with { Topics = ["juggling"] }, newer).ShouldBeRefused("training.topicUnknown", Rule.R11);
        Decide(Record, newer).Events.Count.ShouldBe(1, "it trains by the curriculum it was opened under");
    }

    [Fact]
    public void Whoever_is_no_trainee_of_the_cohort_is_named()
    {
        Decide(Record with { Present = [Tom, Uma, Ida] })
            .ShouldBeRefused("training.notOfThisCohort", Rule.R11).Missing.ShouldBe(["uma", "ida"]);
        Decide(Record, School.After(new TraineeWithdrawn(Autumn, Tom, null)))
            .ShouldBeRefused("training.notOfThisCohort", Rule.R11).Missing.ShouldBe(["tom"]);
    }

    [Fact]
    public void A_closed_cohort_holds_no_more_sessions() =>
        Decide(Record, School.After(new CohortClosed(Autumn))).ShouldBeRefused("training.cohortClosed", Rule.R11);

    [Fact]
    public void Only_its_trainer_and_coordinators_record_one() =>
        ShouldBeForTrainerAndCoordinatorsOnly(Record, RecordTrainingSession.Decide);

    private static CohortEvent Recorded(RecordTrainingSession command) => Decide(command).Events[0];

    private static Decision<CohortEvent> Decide(RecordTrainingSession command, Institution? institution = null) =>
        (institution ?? School).Decide(command, Trainer, RecordTrainingSession.Decide);
}
