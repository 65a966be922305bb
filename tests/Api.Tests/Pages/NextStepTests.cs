using Safeguard.Api.Escalations;
using Safeguard.Api.Tests.Pages.Samples;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Tests.Pages;

/// <summary>One page, one next step: which of them a reader is asked for (R5).</summary>
public sealed class NextStepTests
{
    private static readonly EscalationView Held =
        (EscalationView)Sample.All.Single(sample => sample.Name == "escalation-held").View;

    private static readonly EscalationView Waiting =
        (EscalationView)Sample.All.Single(sample => sample.Name == "escalation-waiting").View;

    [Fact]
    public void While_nobody_has_it_the_next_step_is_to_say_I_have_it() =>
        NextSteps.For(Waiting).ShouldBe(NextStep.SayIHaveIt);

    [Fact]
    public void A_supervisor_who_may_not_take_a_crisis_can_speak_with_them() =>
        NextSteps.For(Waiting with { May = Moves(EscalationMove.RecordContact) }).ShouldBe(NextStep.SpeakWithThem);

    [Fact]
    public void Who_has_it_speaks_with_them() => NextSteps.For(Held).ShouldBe(NextStep.SpeakWithThem);

    [Fact]
    public void Who_is_asked_to_take_it_over_decides_that_first() =>
        NextSteps.For(Held with { Transfer = new("you", You: true), May = Moves(EscalationMove.AcceptTransfer) })
            .ShouldBe(NextStep.AcceptTransfer);

    [Theory]
    [InlineData(EscalationState.ContactMade, EscalationMove.SafeForNow, NextStep.SafeForNow)]
    [InlineData(EscalationState.SafeForNow, EscalationMove.Close, NextStep.CloseRecord)]
    [InlineData(EscalationState.HandedOver, EscalationMove.Close, NextStep.CloseRecord)]
    [InlineData(EscalationState.Closed, EscalationMove.Reopen, NextStep.None)]
    public void After_contact_comes_safe_for_now_and_then_the_record(
        EscalationState state, EscalationMove may, NextStep next) =>
        NextSteps.For(Held with { State = state, May = Moves(may) }).ShouldBe(next);

    [Fact]
    public void Who_may_do_nothing_is_asked_for_nothing() =>
        NextSteps.For(Waiting with { May = Moves() }).ShouldBe(NextStep.None);

    private static HashSet<EscalationMove> Moves(params EscalationMove[] moves) => [.. moves];
}
