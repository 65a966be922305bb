using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R3")]
public sealed class AnswerQuestionTests
{
    private static readonly AnswerQuestion Answer = new(Commands.Id(1), Commands.Words());

    [Fact]
    public void An_answer_settles_the_question_and_never_changes_the_state()
    {
        var scenario = Asked(People.Raiser).When(Answer, People.Raiser)
            .Then(new QuestionAnswered(Commands.Id(1), Commands.Words()));
        scenario.State.State.ShouldBe(EscalationState.Acknowledged);
        scenario.State.Questions.ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_who_sees_nothing_else_of_it_answers_what_they_were_asked() =>
        Asked(People.OtherSupporter).When(Answer, People.OtherSupporter).Last.Events.ShouldHaveSingleItem();

    [Fact]
    public void A_senior_member_may_answer_for_them() =>
        Asked(People.Raiser).When(Answer, People.Senior).Last.Events.ShouldHaveSingleItem();

    [Fact]
    public void Twice_is_once_for_the_raiser_and_for_a_reader() =>
        Asked(People.Raiser).When(Answer, People.Raiser).When(Answer, People.Raiser).ThenAlreadySo()
            .When(Answer, People.Duty).ThenAlreadySo();

    [Fact]
    public void Without_words_it_is_no_answer() =>
        Asked(People.Raiser).When(new AnswerQuestion(Commands.Id(1), null), People.Raiser)
            .ThenRefused<WordsMissing>("escalation.wordsMissing", Rule.R3, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["answer"]);

    [Fact]
    public void A_question_that_was_never_asked_is_not_there() =>
        Scenario.Acknowledged().When(Answer, People.Duty)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    [Fact]
    public void A_paged_supervisor_who_was_not_asked_does_not_answer() =>
        Scenario.Raised().Until(20)
            .When(Commands.Ask(People.Raiser), People.Duty, People.Raiser)
            .When(Answer, People.Supervisor)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R3, RejectionKind.RoleMayNot);

    [Fact]
    public void The_raiser_does_not_answer_for_somebody_else() =>
        Asked(People.Senior).When(Answer, People.Raiser)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    private static Scenario Asked(Caller of) =>
        Scenario.Acknowledged().When(Commands.Ask(of), People.Duty, of);
}
