using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R18")]
public sealed class AddToEscalationTests
{
    private static readonly AddToEscalation Words = new(Commands.Id(1), Commands.Words(), GotWorse: false);
    private static readonly AddToEscalation Worse = new(Commands.Id(2), null, GotWorse: true);

    [Fact]
    public void The_raiser_adds_what_they_remember() =>
        Scenario.Raised().When(Words, People.Raiser).Then(
            new AdditionMade(Commands.Id(1), Commands.Words(), GotWorse: false, null));

    [Fact]
    public void Whoever_has_it_is_paged_with_an_addition() =>
        Scenario.ContactMade().When(Words, People.Raiser).Last.Events[1].ShouldBeOfType<PageSent>().To
            .ShouldBe([People.Duty.Person]);

    [Fact]
    public void An_addition_to_a_closed_one_pages_its_last_owner_and_who_is_on_duty_now()
    {
        var scenario = Scenario.Closed().With(People.Cover with { DutyFirst = People.Senior.Person })
            .When(Words, People.Raiser);
        scenario.Pages()[^1].ShouldBe("15: Addition duty, senior");
        scenario.State.State.ShouldBe(EscalationState.Closed);
    }

    [Fact]
    public void The_same_addition_twice_is_once() =>
        Scenario.Raised().When(Words, People.Raiser).When(Words, People.Raiser).ThenAlreadySo();

    [Fact]
    public void An_addition_without_words_says_nothing() =>
        Scenario.Raised().When(Words with { What = null }, People.Raiser)
            .ThenRefused<WordsMissing>("escalation.wordsMissing", Rule.R18, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["what"]);

    [Fact]
    public void Only_the_raiser_adds() =>
        Scenario.Raised().When(Words, People.Duty)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R18, RejectionKind.RoleMayNot);

    [Fact]
    public void A_stranger_learns_nothing() =>
        Scenario.Raised().When(Words, People.OtherSupporter)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    [Fact]
    [Trait("Rule", "R6")]
    public void It_got_worse_raises_the_band_by_one() =>
        Scenario.Raised(Band.Within4Hours).At(2).When(Worse, People.Raiser).Then(
            new AdditionMade(Commands.Id(2), null, GotWorse: true, null),
            new BandRaised(
                Band.Within4Hours, Band.Immediate, null, Minute(7), Minute(32), Debrief: null, Ladder: null),
            new PageSent(PageSent.OutsideLadder, [People.Duty.Person], 0, PageReason.BandRaised, null));

    [Fact]
    public void It_got_worse_at_the_top_pages_everyone_so_far_again()
    {
        var scenario = Scenario.Raised().Until(12).When(Worse, People.Raiser);
        scenario.Pages()[^1].ShouldBe("12: GotWorse duty, deputy");
        scenario.Until(30).Minutes<PageSent>().ShouldBe([0, 10, 12, 20, 30]);
    }

    [Fact]
    public void It_got_worse_while_somebody_has_it_pages_them_and_leaves_their_clocks()
    {
        var scenario = Scenario.Acknowledged().At(10).When(Worse, People.Raiser);
        scenario.Pages()[^1].ShouldBe("10: GotWorse duty");
        scenario.State.LapsesAt.ShouldBe(Minute(63));
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void It_got_worse_after_contact_asks_for_contact_again_and_climbs_when_none_is_made()
    {
        var scenario = Scenario.SafeForNow().At(60).When(Worse, People.Raiser).Then(
            new AdditionMade(Commands.Id(2), null, GotWorse: true, null),
            new ContactNeededAgain(People.Duty.Person, Minute(90)),
            new PageSent(PageSent.OutsideLadder, [People.Duty.Person], 0, PageReason.GotWorse, null));
        scenario.State.State.ShouldBe(EscalationState.Acknowledged);
        scenario.Until(130);
        scenario.Minutes<DeadlineMissed>(e => e.Which == Deadline.RespondBy).ShouldBe([90]);
        scenario.Pages().Skip(2).ShouldBe(
        [
            "90: DeadlineMissed coordinator, coordinator2",
            "120: HandedBack deputy",
            "130: Rung duty, deputy, senior, supervisor",
        ]);
    }

    [Fact]
    [Trait("Rule", "R3")]
    public void It_got_worse_after_closing_opens_it_again_one_band_up()
    {
        var scenario = Scenario.Closed(Band.Within4Hours).At(60).When(Worse, People.Raiser);
        scenario.Last.Events.Select(e => e.GetType()).ShouldBe(
            [typeof(AdditionMade), typeof(BandRaised), typeof(EscalationReopened), typeof(RoutedTo), typeof(PageSent)]);
        scenario.State.Band.ShouldBe(Band.Immediate);
        scenario.State.RespondBy.ShouldBe(Minute(90));
    }

    [Fact]
    [Trait("Rule", "R14")]
    public void It_got_worse_twice_from_within_72_hours_is_a_crisis_with_a_debrief()
    {
        var scenario = Scenario.Raised(Band.Within72Hours).At(1).When(Worse, People.Raiser);
        scenario.State.Debrief.ShouldBeNull();
        scenario.At(2).When(Worse with { Addition = Commands.Id(3) }, People.Raiser);
        scenario.State.Band.ShouldBe(Band.Within4Hours);
        scenario.State.Debrief.ShouldBe(new DebriefTask(People.Supervisor.Person, Minute(2 + (24 * 60))));
    }

    private static DateTimeOffset Minute(int minute) => Scenario.FridayNight.AddMinutes(minute);
}
