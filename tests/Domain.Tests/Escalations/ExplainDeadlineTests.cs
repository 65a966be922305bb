using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class ExplainDeadlineTests
{
    private static readonly ExplainDeadline Explain = new(Deadline.AcknowledgeBy, null, Commands.Words());

    [Fact]
    public void Why_a_deadline_was_missed_is_part_of_the_record() =>
        Scenario.Raised().Until(6).When(Explain, People.Duty)
            .Then(new DeadlineExplained(Deadline.AcknowledgeBy, null, Commands.Words()));

    [Fact]
    public void A_coordinator_explains_it_too() =>
        Scenario.Raised().Until(6).When(Explain, People.Coordinator).Last.Events.ShouldHaveSingleItem();

    [Fact]
    public void What_was_not_missed_needs_no_explanation() =>
        Scenario.Raised().Until(4).When(Explain, People.Duty)
            .ThenRefused<DeadlineNotMissed>("deadline.notMissed", Rule.R5);

    [Fact]
    public void Without_words_nothing_is_explained() =>
        Scenario.Raised().Until(6).When(Explain with { Reason = null }, People.Duty)
            .ThenRefused<WordsMissing>("escalation.wordsMissing", Rule.R5, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["reason"]);

    [Fact]
    [Trait("Rule", "R18")]
    public void The_raiser_explains_nothing() =>
        Scenario.Raised().Until(6).When(Explain, People.Raiser)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R18, RejectionKind.RoleMayNot);

    [Fact]
    public void A_stranger_learns_nothing() =>
        Scenario.Raised().Until(6).When(Explain, People.OtherSenior)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);
}
