using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

/// <summary>What the service says: that it has it, takes the student or not, saw them or not.</summary>
[Trait("Rule", "R22")]
public sealed class ServiceAnswersTests
{
    private static readonly Confidential Words = Scenario.Words;

    [Fact]
    public void Received_the_wait_for_an_answer_begins_anew()
    {
        var scenario = Scenario.Sent().Until(Scenario.Wednesday).When(new ReceiveReferral(Words))
            .Then(new ReferralReceived(Words, Scenario.Monday));
        scenario.State.Reminders.ShouldBe(0);
    }

    [Fact]
    public void Accepted_it_is_asked_after_a_fortnight_whether_the_student_was_seen()
    {
        var fortnight = Wexcombe.Noon.AddDays(14);
        var scenario = Scenario.Received().When(new AcceptReferral(Words)).Then(new ReferralAccepted(Words, fortnight));
        scenario.Until(fortnight).Then(
            new ReferralReminded(ReferralTask.Seen, [Wexcombe.Ida], 1, Wexcombe.Utc(12, 9, 12)));
    }

    [Fact]
    public void Declined_it_is_the_owners_again_and_the_clock_runs_on()
    {
        var scenario = Scenario.Sent().At(Wexcombe.Utc(11, 24, 12)).When(new DeclineReferral(Words))
            .Then(new ReferralDeclined(Words, Scenario.Wednesday));
        scenario.State.Owner.ShouldBe(Wexcombe.Ida);
        scenario.Until(Scenario.Wednesday).Then(
            new ReferralReminded(ReferralTask.NextStep, [Wexcombe.Ida], 1, Scenario.Monday));
    }

    [Fact]
    public void Declined_after_it_was_accepted_it_comes_back_in_three_working_days_and_not_in_a_fortnight() =>
        Scenario.Accepted().When(new DeclineReferral(Words)).Then(new ReferralDeclined(Words, Scenario.Wednesday));

    [Fact]
    public void To_decline_takes_a_reason() =>
        Scenario.Sent().When(new DeclineReferral(null))
            .ThenRefused("referral.wordsMissing", Rule.R22, RejectionKind.SaysNothing).Missing.ShouldBe(["reason"]);

    [Fact]
    public void Seen_the_outcome_is_asked_for() =>
        Scenario.Accepted().When(new RecordSeen(Words)).Then(new ReferralSeen(Words, Scenario.Wednesday))
            .Until(Scenario.Wednesday)
            .Then(new ReferralReminded(ReferralTask.Outcome, [Wexcombe.Ida], 1, Scenario.Monday));

    [Fact]
    public void Not_come_to_their_appointment_the_next_step_is_asked_for() =>
        Scenario.Accepted().When(new RecordNonAttendance(Words))
            .Then(new ReferralDidNotAttend(Words, Scenario.Wednesday)).Until(Scenario.Wednesday)
            .Then(new ReferralReminded(ReferralTask.NextStep, [Wexcombe.Ida], 1, Scenario.Monday));

    [Fact]
    public void Another_appointment_can_be_missed_again() =>
        Scenario.DidNotAttend().When(new AcceptReferral(null)).When(new RecordNonAttendance(null)).History
            .OfType<ReferralDidNotAttend>().Count().ShouldBe(2);

    [Theory]
    [MemberData(nameof(Answers))]
    [Trait("Rule", "R15")]
    public void A_coordinator_records_no_answer_and_a_stranger_learns_nothing(string name)
    {
        var answer = Commands.ByName[name];
        Scenario.Received().When(answer, Scenario.Cass)
            .ThenRefused("referral.role", Rule.R15, RejectionKind.RoleMayNot);
        Scenario.Received().When(answer, Wexcombe.SeniorMember(Wexcombe.Otto))
            .ThenRefused("referral.notThere", Rule.R15, RejectionKind.NotThere);
        Scenario.Received().When(answer, Wexcombe.SeniorMember(Wexcombe.Vera), CaseRelation.Reads)
            .Last.Rejection.ShouldBeNull();
    }

    public static TheoryData<string> Answers => ["receive", "accept", "decline", "seen", "absent"];
}
