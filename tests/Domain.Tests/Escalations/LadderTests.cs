namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class LadderTests
{
    private const string Panel = "duty, deputy, senior, supervisor";
    private const string Coordinators = "coordinator, coordinator2";

    [Fact]
    public void An_unanswered_crisis_climbs_the_ladder_and_then_pages_everyone_every_fifteen_minutes() =>
        Scenario.Raised().Until(75).Pages().ShouldBe(
        [
            "0: Rung duty",
            "10: Rung deputy",
            $"20: Rung {Panel}",
            $"30: Rung {Coordinators}",
            $"45: Repeat {Panel}, {Coordinators}",
            $"60: Repeat {Panel}, {Coordinators}",
            $"75: Repeat {Panel}, {Coordinators}",
        ]);
}
