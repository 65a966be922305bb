using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R3")]
public sealed class ReopenEscalationTests
{
    private static readonly ReopenEscalation Again = new(Commands.Words());

    [Fact]
    public void Reopened_acts_as_raised_with_a_new_ladder_and_new_deadlines()
    {
        var scenario = Scenario.Closed().At(100).When(Again, People.Senior);
        scenario.Last.Events[0].ShouldBeOfType<EscalationReopened>();
        scenario.State.AcknowledgeBy.ShouldBe(Minute(105));
        scenario.State.RespondBy.ShouldBe(Minute(130));
        scenario.Until(160).Minutes<PageSent>(page => page.Rung >= 0).ShouldBe([0, 100, 110, 120, 130, 145, 160]);
        scenario.Minutes<DeadlineMissed>().ShouldBe([105, 130]);
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void Reopened_it_can_be_taken_like_a_new_one() =>
        Scenario.Closed().At(100).When(Again, People.Senior).When(new AcknowledgeEscalation(), People.Deputy)
            .Then(new Acknowledged(People.Deputy.Person));

    [Fact]
    public void Its_last_owner_is_told_besides_whoever_is_on_duty() =>
        Scenario.Closed().At(100).With(People.Cover with { DutyFirst = People.Senior.Person })
            .When(Again, People.Coordinator)
            .Pages().Skip(1).ShouldBe(["100: Reopened senior", "100: Reopened duty"]);

    [Fact]
    public void The_coordinators_wait_for_their_rung_again() =>
        Scenario.Raised().Until(31).When(new RecordContact(ContactMode.Phone, null), People.Duty)
            .When(new RecordSafeForNow(Commands.Words()), People.Duty).When(Commands.Close, People.Duty)
            .When(Again, People.Duty).When(new AcknowledgeEscalation(), People.Coordinator)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    [Fact]
    [Trait("Rule", "R14")]
    public void A_debrief_is_asked_once() =>
        Scenario.Closed().When(new RecordDebrief(true, null), People.Supervisor).At(100).When(Again, People.Senior)
            .State.Debrief.ShouldBeNull();

    [Fact]
    public void Twice_is_once() =>
        Scenario.Closed().When(Again, People.Senior).When(Again, People.Senior).ThenAlreadySo();

    [Fact]
    public void Without_a_reason_it_stays_closed() =>
        Scenario.Closed().When(new ReopenEscalation(null), People.Senior)
            .ThenRefused<WordsMissing>("escalation.wordsMissing", Rule.R3, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["reason"]);

    [Fact]
    [Trait("Rule", "R18")]
    public void The_raiser_says_from_the_receipt_that_it_got_worse() =>
        Scenario.Closed().When(Again, People.Raiser)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R18, RejectionKind.RoleMayNot);

    [Fact]
    public void A_stranger_learns_nothing() =>
        Scenario.Closed().When(Again, People.OtherSenior)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    private static DateTimeOffset Minute(int minute) => Scenario.FridayNight.AddMinutes(minute);
}
