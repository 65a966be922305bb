using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R4")]
public sealed class RecordActionTests
{
    private const int Day = 24 * 60;
    private static readonly RecordAction Act = new(Commands.Id(1), Commands.Words(), null, Minute(60), Done: false);

    [Fact]
    public void An_action_is_its_recorders_unless_somebody_is_named()
    {
        Scenario.Acknowledged().When(Act, People.Duty)
            .Then(new ActionRecorded(Commands.Id(1), Commands.Words(), People.Duty.Person, Minute(60), Done: false));
        Scenario.Acknowledged().When(Act with { Owner = People.Senior.Person }, People.Duty, People.Senior)
            .State.Actions.Single().Owner.ShouldBe(People.Senior.Person);
    }

    [Fact]
    public void Overdue_it_is_missed_once_and_then_comes_back_each_day()
    {
        var scenario = Scenario.SafeForNow().When(Act, People.Duty).Until(3 * Day);
        scenario.Minutes<DeadlineMissed>(e => e.Which == Deadline.Action).ShouldBe([60]);
        scenario.Minutes<ReminderSent>(e => e.About == Deadline.Action).ShouldBe([60 + Day, 60 + (2 * Day)]);
    }

    [Fact]
    public void Without_a_day_it_only_comes_back_each_day()
    {
        var scenario = Scenario.SafeForNow().When(Act with { DueBy = null }, People.Duty).Until(2 * Day);
        scenario.Minutes<DeadlineMissed>(e => e.Which == Deadline.Action).ShouldBeEmpty();
        scenario.Minutes<ReminderSent>(e => e.About == Deadline.Action).ShouldBe([12 + Day]);
    }

    [Fact]
    public void What_is_done_already_is_written_down_and_leaves_nothing_open() =>
        Scenario.Acknowledged().When(Act with { Done = true }, People.Duty).State.Actions.ShouldBeEmpty();

    [Fact]
    public void Twice_is_once_done_or_not() =>
        Scenario.Acknowledged().When(Act, People.Duty).When(Act, People.Duty).ThenAlreadySo()
            .When(new CompleteAction(Commands.Id(1), null), People.Duty).When(Act, People.Duty).ThenAlreadySo();

    [Fact]
    [Trait("Rule", "R20")]
    public void Without_words_nothing_is_recorded() =>
        Scenario.Acknowledged().When(Act with { What = null }, People.Duty)
            .ThenRefused<WordsMissing>("escalation.wordsMissing", Rule.R20, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["what"]);

    [Fact]
    public void An_unknown_person_cannot_be_given_it() =>
        Scenario.Acknowledged().When(Act with { Owner = new PersonId("nobody") }, People.Duty)
            .ThenRefused<PersonUnknown>("escalation.personUnknown", Rule.None, RejectionKind.SaysNothing);

    [Fact]
    [Trait("Rule", "R15")]
    public void Someone_with_a_conflict_cannot_be_given_it() =>
        Scenario.Acknowledged().With(People.Cover with { Conflicted = [People.Senior.Person] })
            .When(Act with { Owner = People.Senior.Person }, People.Duty, People.Senior)
            .ThenRefused<PersonCannotTakeIt>("escalation.cannotTake", Rule.R5);

    [Fact]
    [Trait("Rule", "R3")]
    public void A_closed_one_is_reopened_first() =>
        Scenario.Closed().When(Act, People.Duty).ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3);

    [Fact]
    public void The_raiser_records_none() =>
        Scenario.Acknowledged().When(Act, People.Raiser)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    private static DateTimeOffset Minute(int minute) => Scenario.FridayNight.AddMinutes(minute);
}
