using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R4")]
public sealed class CompleteActionTests
{
    private static readonly CompleteAction Done = new(Commands.Id(2), Commands.Words());

    [Fact]
    public void Done_it_is_open_no_longer() =>
        Given(People.Duty).When(Done, People.Senior).Then(new ActionDone(Commands.Id(2), Commands.Words()))
            .State.Actions.ShouldBeEmpty();

    [Fact]
    public void Whoever_was_to_do_it_says_so_though_they_see_nothing_else() =>
        Given(People.OtherSupporter).When(Done, People.OtherSupporter).Last.Events.ShouldHaveSingleItem();

    [Fact]
    [Trait("Rule", "R3")]
    public void What_was_not_due_at_closing_stays_open_and_can_be_done_after()
    {
        var scenario = Given(People.Duty).At(9).When(new RecordContact(ContactMode.Phone, null), People.Duty)
            .When(new RecordSafeForNow(Commands.Words()), People.Duty).When(Commands.Close, People.Duty);
        scenario.Until(61).Minutes<DeadlineMissed>(e => e.Which == Deadline.Action).ShouldBe([60]);
        scenario.When(Done, People.Duty).State.Actions.ShouldBeEmpty();
    }

    [Fact]
    public void Twice_is_once() => Given(People.Duty).When(Done, People.Duty).When(Done, People.Duty).ThenAlreadySo();

    [Fact]
    public void An_action_that_was_never_recorded_is_not_there() =>
        Scenario.Acknowledged().When(Done, People.Duty)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    [Fact]
    public void A_stranger_learns_nothing() =>
        Given(People.Duty).When(Done, People.OtherSupporter)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    private static Scenario Given(Caller owner) => Scenario.Acknowledged().When(
        Commands.Act(owner, Scenario.FridayNight.AddMinutes(60)), People.Duty, owner);
}
