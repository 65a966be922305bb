using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R3")]
public sealed class AskQuestionTests
{
    private static readonly AskQuestion Ask = new(Commands.Id(1), People.Raiser.Person, Commands.Words());

    [Fact]
    public void A_question_has_its_own_owner_and_deadline_and_the_clock_keeps_running()
    {
        var before = Scenario.Acknowledged().State;
        var scenario = Scenario.Acknowledged().When(Ask, People.Duty, People.Raiser).Then(
            new QuestionAsked(Commands.Id(1), People.Raiser.Person, Commands.Words(), Minute(3 + (24 * 60))));
        scenario.State.ShouldSatisfyAllConditions(
            state => state.State.ShouldBe(before.State),
            state => state.RespondBy.ShouldBe(before.RespondBy),
            state => state.LapsesAt.ShouldBe(before.LapsesAt));
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void Unanswered_it_is_missed_once_and_then_asked_again_each_day_of_its_owner()
    {
        var scenario = Scenario.SafeForNow().When(Ask, People.Duty, People.Raiser).Until(4 * 24 * 60);
        scenario.Minutes<DeadlineMissed>(e => e.Which == Deadline.Question).ShouldBe([12 + (24 * 60)]);
        scenario.History.Select(entry => entry.Event).OfType<ReminderSent>().Where(e => e.About == Deadline.Question)
            .ShouldAllBe(e => e.Item == Commands.Id(1) && e.To.Single() == People.Raiser.Person);
        scenario.Minutes<ReminderSent>(e => e.About == Deadline.Question).ShouldBe([12 + (48 * 60), 12 + (72 * 60)]);
    }

    [Fact]
    public void Asked_twice_is_once() =>
        Scenario.Acknowledged().When(Ask, People.Duty, People.Raiser).When(Ask, People.Duty, People.Raiser)
            .ThenAlreadySo();

    [Fact]
    public void Asked_again_after_the_answer_is_once_too() =>
        Scenario.Acknowledged().When(Ask, People.Duty, People.Raiser)
            .When(new AnswerQuestion(Commands.Id(1), Commands.Words()), People.Raiser)
            .When(Ask, People.Duty, People.Raiser).ThenAlreadySo();

    [Fact]
    public void Without_words_nothing_is_asked() =>
        Scenario.Acknowledged().When(Ask with { Words = null }, People.Duty, People.Raiser)
            .ThenRefused<WordsMissing>("escalation.wordsMissing", Rule.R3, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["question"]);

    [Fact]
    public void An_unknown_person_cannot_be_asked() =>
        Scenario.Acknowledged().When(Ask, People.Duty)
            .ThenRefused<PersonUnknown>("escalation.personUnknown", Rule.None, RejectionKind.SaysNothing);

    [Fact]
    [Trait("Rule", "R15")]
    public void Someone_with_a_conflict_cannot_be_asked() =>
        Scenario.Acknowledged().With(People.Cover with { Conflicted = [People.Senior.Person] })
            .When(Ask with { Of = People.Senior.Person }, People.Duty, People.Senior)
            .ThenRefused<PersonCannotTakeIt>("escalation.cannotTake", Rule.R5);

    [Fact]
    public void A_closed_one_is_reopened_first() =>
        Scenario.Closed().When(Ask, People.Duty, People.Raiser)
            .ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3);

    [Fact]
    public void A_coordinator_who_was_not_paged_asks_nothing() =>
        Scenario.Acknowledged().When(Ask, People.Coordinator, People.Raiser)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    private static DateTimeOffset Minute(int minute) => Scenario.FridayNight.AddMinutes(minute);
}
