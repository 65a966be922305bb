using Safeguard.Domain.Programmes;
using Safeguard.Domain.Training;
using static Safeguard.Domain.Tests.Training.Classroom;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Training;

/// <summary>What was recorded wrongly is corrected, and both can be read (R2).</summary>
[Trait("Rule", "R11")]
public sealed class CorrectTrainingSessionTests
{
    private static readonly Institution Recorded = School.After(
        new TraineeJoined(Autumn, Uma), Held(1, 180, ["referrals"], Tom), CaughtUp(2, Uma, 90, "referrals"));

    private static readonly CorrectTrainingSession Correct =
        new(Id(1), Today, Minutes: 120, ["referrals", "limit-setting"], [Tom, Uma], "Uma was there too");

    [Fact, Trait("Rule", "R2")]
    public void A_session_reads_as_corrected_and_what_it_said_before_stays_with_the_reason()
    {
        foreach (var caller in new[] { Trainer, Coordinator })
        {
            var happened = Recorded.Decide(Correct, caller, CorrectTrainingSession.Decide).Events
                .ShouldHaveSingleItem().ShouldBeOfType<TrainingSessionCorrected>();
            (happened.Day, happened.Minutes, happened.Reason.Text).ShouldBe((Today, 120, "Uma was there too"));
            var after = Recorded.After(happened);
            var session = after.CohortOf(Autumn).Sessions[Id(1)];
            (session.Minutes, session.CorrectedBecause?.Text).ShouldBe((120, "Uma was there too"));
            session.Present.ShouldBe([Tom, Uma]);
            var before = session.Before.ShouldHaveSingleItem();
            (before.Minutes, before.Day, before.Before.Count).ShouldBe((180, Today.AddDays(-1), 0));
            after.TrainingOf(Tom).MinutesDone.ShouldBe(120);
            after.TrainingOf(Uma).MinutesDone.ShouldBe(210, "the session's and the catch-up's");
        }
    }

    [Fact]
    public void Corrected_twice_it_shows_both_in_order()
    {
        var once = Recorded.After(Decide(Correct).Events[0]);
        var twice = once.After(Decide(Correct with { Minutes = 60 }, once).Events[0]);
        twice.CohortOf(Autumn).Sessions[Id(1)].Before.Select(before => before.Minutes).ShouldBe([180, 120]);
    }

    [Fact]
    public void The_same_again_is_already_so() =>
        Decide(Correct, Recorded.After(Decide(Correct).Events[0])).ShouldBeAlreadySo();

    [Fact]
    public void A_session_that_was_not_held_counts_for_nobody()
    {
        var after = Recorded.After(Decide(Correct with { Present = [], Reason = "It was cancelled" }).Events[0]);
        after.TrainingOf(Tom).MinutesDone.ShouldBe(0);
    }

    [Fact]
    public void A_catch_up_stays_its_trainees()
    {
        var happened = Decide(new(Id(2), Today, 60, ["limit-setting"], [Tom], "An hour only")).Events
            .ShouldHaveSingleItem().ShouldBeOfType<TrainingSessionCorrected>();
        happened.Present.ShouldBe([Uma]);
        Recorded.After(happened).CohortOf(Autumn).Sessions[Id(2)].CatchUp.ShouldBeTrue();
    }

    [Fact]
    public void It_is_possible_after_the_cohort_closed_and_for_who_has_withdrawn_since()
    {
        var later = Recorded.After(new TraineeWithdrawn(Autumn, Tom, null), new CohortClosed(Autumn));
        Decide(Correct with { Present = [Tom] }, later).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void A_correction_needs_its_reason()
    {
        foreach (var reason in new[] { null, "", "  " })
            Decide(Correct with { Reason = reason })
                .ShouldBeRefused("training.correctionNeedsReason", Rule.R2, RejectionKind.SaysNothing)
                .Missing.ShouldBe(["reason"]);
    }

    [Fact]
    public void What_was_never_recorded_cannot_be_corrected() =>
        Decide(Correct with { Session = Id(77) })
            .ShouldBeRefused("training.sessionUnknown", Rule.R11, RejectionKind.NotThere);

    [Fact]
    public void It_reads_as_a_session_can()
    {
        Decide(Correct with { Day = Today.AddDays(1) }).ShouldBeRefused("training.dayToCome", Rule.R11);
        Decide(Correct with { Minutes = 0 }).ShouldBeRefused("training.minutes", Rule.R11);
        Decide(Correct with { Topics = ["juggling"] }).ShouldBeRefused("training.topicUnknown", Rule.R11);
        Decide(Correct with { Present = [Ida] }).ShouldBeRefused("training.notOfThisCohort", Rule.R11);
    }

    [Fact]
    public void Only_its_trainer_and_coordinators_correct_one() =>
        ShouldBeForTrainerAndCoordinatorsOnly(Correct, CorrectTrainingSession.Decide);

    private static Decision<CohortEvent> Decide(CorrectTrainingSession command, Institution? institution = null) =>
        (institution ?? Recorded).Decide(command, Trainer, CorrectTrainingSession.Decide);
}
