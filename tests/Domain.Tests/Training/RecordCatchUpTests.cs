using Safeguard.Domain.Programmes;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

[Trait("Rule", "R11")]
public sealed class RecordCatchUpTests
{
    private static readonly RecordCatchUp Record = new(Id(1), Tom, Today, Minutes: 60, ["referrals"], " Had the flu ");

    [Fact]
    public void A_catch_up_is_recorded_with_its_reason_also_after_the_cohort_has_closed()
    {
        foreach (var institution in new[] { School, School.After(new CohortClosed(Autumn)) })
        {
            foreach (var caller in new[] { Trainer, Coordinator })
            {
                var recorded = institution.Decide(Record, caller, RecordCatchUp.Decide).Events.ShouldHaveSingleItem()
                    .ShouldBeOfType<CatchUpRecorded>();
                (recorded.Cohort, recorded.CatchUp, recorded.Trainee, recorded.Day, recorded.Minutes, recorded.Reason)
                    .ShouldBe((Autumn, Id(1), Tom, Today, 60, new Confidential("Had the flu")));
                recorded.Topics.ShouldBe(["referrals"]);
            }
        }
    }

    [Fact]
    public void The_same_one_again_is_already_so_and_another_under_its_id_is_refused()
    {
        var recorded = School.After(CaughtUp(1, Tom, 60, "referrals"));
        Decide(Record, recorded).ShouldBeAlreadySo();
        Decide(Record with { Minutes = 61 }, recorded).ShouldBeRefused("training.sessionExists", Rule.R11);
        Decide(Record, School.After(Held(1, 60, ["referrals"], Tom) with { Day = Today }))
            .ShouldBeRefused("training.sessionExists", Rule.R11);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void It_needs_a_reason(string? reason) =>
        Decide(Record with { Reason = reason })
            .ShouldBeRefused("training.catchUpNeedsReason", Rule.R11, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["reason"]);

    [Fact]
    public void It_is_held_to_what_a_session_is_held_to()
    {
        Decide(Record with { Day = Today.AddDays(1) }).ShouldBeRefused("training.dayToCome", Rule.R11);
        Decide(Record with { Minutes = 0 }).ShouldBeRefused("training.minutes", Rule.R11);
        Decide(Record with { Minutes = 601 }).ShouldBeRefused("training.minutes", Rule.R11);
        Decide(Record with { Topics = ["juggling"] })
            .ShouldBeRefused("training.topicUnknown", Rule.R11).Missing.ShouldBe(["juggling"]);
        Decide(Record with { Trainee = Uma })
            .ShouldBeRefused("training.notOfThisCohort", Rule.R11).Missing.ShouldBe(["uma"]);
    }

    [Fact]
    public void Only_its_trainer_and_coordinators_record_one() =>
        ShouldBeForTrainerAndCoordinatorsOnly(Record, RecordCatchUp.Decide);

    private static Decision<CohortEvent> Decide(RecordCatchUp command, Institution? institution = null) =>
        (institution ?? School).Decide(command, Trainer, RecordCatchUp.Decide);
}
