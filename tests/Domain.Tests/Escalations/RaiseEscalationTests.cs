using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R1")]
public sealed class RaiseEscalationTests
{
    [Fact]
    public void Words_alone_are_enough() =>
        Scenario.Empty.With(WithoutPanel).When(Commands.Raise(), People.Raiser).Then(
        Raised(
            band: Band.Within4Hours,
            panel: null,
            ladder: [new(Rung.Coordinators, TimeSpan.Zero)],
            owner: People.Coordinator),
        new RoutedTo(0, Coordinators, In(15), In(15)),
        new PageSent(0, Coordinators, 0, PageReason.Rung, null));

    [Fact]
    public void Emergency_now_alone_is_enough() =>
        Scenario.Empty.When(Commands.Raise(what: null, emergencyNow: true, panel: People.Panel), People.Raiser).Then(
            Raised(
                what: null,
                emergencyNow: true,
                band: Band.Immediate,
                panel: People.Panel,
                ladder:
                [
                    new(Rung.DutySeniorMember, TimeSpan.Zero),
                    new(Rung.Deputy, TimeSpan.FromMinutes(10)),
                    new(Rung.PanelAndSupervisor, TimeSpan.FromMinutes(20)),
                    new(Rung.Coordinators, TimeSpan.FromMinutes(30)),
                ],
                owner: People.Duty),
            new RoutedTo(0, [People.Duty.Person], In(5), In(10)),
            new PageSent(0, [People.Duty.Person], 0, PageReason.Rung, null));

    [Fact]
    public void Saying_only_where_is_words_too() =>
        Scenario.Empty.When(Commands.Raise(what: null, where: "Staircase 4"), People.Raiser).Last.Events
            .ShouldNotBeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void No_words_and_no_emergency_is_the_only_refusal(string? words) =>
        Scenario.Empty.When(Commands.Raise(Band.Immediate, what: words), People.Raiser)
            .ThenRefused<NothingSaid>("escalation.empty", Rule.R1, RejectionKind.SaysNothing);

    [Fact]
    public void The_same_words_sent_again_are_already_so() =>
        Scenario.Raised().At(1).When(Commands.Raise(Band.Immediate, panel: People.Panel), People.Raiser)
            .ThenAlreadySo();

    [Fact]
    public void The_same_words_sent_again_after_the_band_was_lowered_stay_already_so() =>
        Scenario.Acknowledged().When(new ChangeBand(Band.Within24Hours, Commands.Words()), People.Duty)
            .At(5).When(Commands.Raise(Band.Immediate, panel: People.Panel), People.Raiser).ThenAlreadySo();

    [Fact]
    public void Other_words_under_the_same_id_are_kept_as_an_addition()
    {
        var again = Commands.Raise(Band.Immediate, what: "They have moved.", panel: People.Panel, where: "The bridge");
        var addition = new AdditionMade(
            Commands.Id(900),
            Commands.Words("They have moved."),
            GotWorse: false,
            new Resent(Commands.Words("The bridge"), false, Answers.None, null, Band.Immediate));
        var scenario = Scenario.Raised().At(1).When(again, People.Raiser).Then(addition);
        scenario.When(again, People.Raiser).ThenAlreadySo();
    }

    [Fact]
    public void Other_words_while_somebody_has_it_page_whoever_that_is() =>
        Scenario.Acknowledged().When(Commands.Raise(Band.Immediate, what: "They have moved."), People.Raiser)
            .Last.Events[1]
            .ShouldBeOfType<PageSent>().To.ShouldBe([People.Duty.Person]);

    [Fact]
    [Trait("Rule", "R6")]
    public void A_more_urgent_band_under_the_same_id_is_taken() =>
        Scenario.Raised(Band.Within4Hours).At(1).When(Commands.Raise(emergencyNow: true), People.Raiser)
            .Last.Events.OfType<BandRaised>().Single().To.ShouldBe(Band.Immediate);

    [Fact]
    [Trait("Rule", "R3")]
    public void Other_words_under_the_id_of_a_closed_one_open_it_again() =>
        Scenario.Closed().At(60).When(Commands.Raise(what: null, emergencyNow: true), People.Raiser)
            .State.State.ShouldBe(EscalationState.Reopened);

    [Fact]
    public void An_id_that_is_somebody_elses_needs_another() =>
        Scenario.Raised().When(Commands.Raise(raiser: People.OtherSupporter.Person), People.OtherSupporter)
            .ThenRefused<IdTaken>("escalation.idTaken", Rule.None);

    [Fact]
    public void Facts_are_attached_and_never_a_refusal()
    {
        var command = Commands.Raise(panel: People.Panel) with { Facts = ["raiser.lapsed"] };
        Scenario.Empty.When(command, People.Raiser).Last.Events.OfType<EscalationRaised>().Single().Facts
            .ShouldBe(["raiser.lapsed"]);
    }

    [Fact]
    public void What_nobody_could_read_is_kept_as_typed()
    {
        var typed = new AsTyped(Commands.Words("soonish"), null, null, Commands.Words("about ten"), null);
        var scenario = Scenario.Empty.When(Commands.Raise() with { AsTyped = typed }, People.Raiser);
        var raised = scenario.Last.Events.OfType<EscalationRaised>().Single();
        raised.AsTyped.ShouldBe(typed);
        raised.Band.ShouldBe(Band.Within4Hours);
    }

    [Fact]
    [Trait("Rule", "R8")]
    public void A_paper_form_is_raised_for_the_person_it_names()
    {
        var scenario = Scenario.Empty.When(Commands.Raise(raiser: People.OtherSupporter.Person), People.Coordinator);
        scenario.State.Raiser.ShouldBe(People.OtherSupporter.Person);
    }

    private static Cover WithoutPanel => People.Cover with { DutyFirst = null, DutyDeputy = null, SeniorMembers = [] };

    private static IReadOnlyList<PersonId> Coordinators => People.Cover.Coordinators;

    private static DateTimeOffset In(int minutes) => Scenario.FridayNight.AddMinutes(minutes);

    private static EscalationRaised Raised(
        Band band,
        PanelId? panel,
        IReadOnlyList<LadderStep> ladder,
        Caller owner,
        string? what = "Someone needs a person tonight.",
        bool emergencyNow = false) => new(
            People.Raiser.Person,
            "4T9Q-2M7K",
            Confidential.From(what),
            emergencyNow,
            Answers.None,
            band,
            panel,
            null,
            null,
            null,
            [],
            new(ladder, TimeSpan.FromMinutes(15)),
            band == Band.Immediate ? In(5) : In(15),
            band == Band.Immediate ? In(30) : In(240),
            owner.Person,
            new(People.Supervisor.Person, In(24 * 60)),
            new(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60), TimeSpan.FromHours(24)));
}
