using Safeguard.Domain.Escalations;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;
using Raises = Safeguard.Domain.Tests.Escalations.Commands;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>What each standing allows: new work to some, raising to everyone.</summary>
[Trait("Rule", "R9")]
public sealed class TakingOnWorkTests
{
    public static TheoryData<Standing> EveryStanding { get; } = [.. Enum.GetValues<Standing>()];

    [Theory]
    [MemberData(nameof(EveryStanding))]
    public void Ida_has_each_standing_from_its_day_on(Standing standing)
    {
        var (institution, moment, since) = Standings.In(standing);
        var answer = institution.StandingAt(Ida, moment);
        (answer.Standing, answer.Since).ShouldBe((standing, since));
    }

    [Theory]
    [InlineData(Standing.Current, null)]
    [InlineData(Standing.DueSoon, null)]
    [InlineData(Standing.Overdue, null)]
    [InlineData(Standing.Lapsed, "supervision.lapsed")]
    [InlineData(Standing.InTraining, "supporter.inTraining")]
    [InlineData(Standing.OnLeave, "supporter.onLeave")]
    [InlineData(Standing.StoodDown, "supporter.stoodDown")]
    [InlineData(Standing.Suspended, "supporter.suspended")]
    [InlineData(Standing.Left, "supporter.left")]
    public void New_work_is_refused_with_the_rule_the_day_since_and_what_to_do(Standing standing, string? code)
    {
        var (institution, moment, since) = Standings.In(standing);
        var refusal = TakingOnWork.Refusal(institution.StandingAt(Ida, moment), institution.CalendarAt(moment));
        refusal?.Code.ShouldBe(code);
        if (code is null)
        {
            refusal.ShouldBeNull();
            return;
        }

        refusal.ShouldNotBeNull();
        (refusal.Rule, refusal.Kind).ShouldBe((Rule.R9, RejectionKind.RuleForbids));
        refusal.Since.ShouldBe(new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        refusal.Detail.ShouldEndWith(".");
        ListAsAvailable.Decide(new(), Ida, institution.SupporterOf(Ida), institution.By(AsSupporter, moment))
            .ShouldBeRefused(code, Rule.R9);
    }

    /// <summary>Midnight in Britain, which in summer is eleven o'clock of the evening before in UTC.</summary>
    [Fact]
    public void The_day_since_begins_at_the_institutions_midnight()
    {
        var answer = new StandingAnswer(Standing.Lapsed, new(2026, 6, 1));
        TakingOnWork.Refusal(answer, InTerm.CalendarAt(Noon))!.Since
            .ShouldBe(new DateTimeOffset(2026, 5, 31, 23, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Somebody_who_came_back_after_a_long_lapse_is_told_whom_to_ask()
    {
        var answer = new StandingAnswer(Standing.Lapsed, Today) { AwaitsCoordinator = true };
        var refusal = TakingOnWork.Refusal(answer, InTerm.CalendarAt(Noon)).ShouldBeOfType<SupervisionLapsed>();
        (refusal.Code, refusal.Rule).ShouldBe(("supervision.lapsed", Rule.R9));
        refusal.Detail.ShouldContain("Coordinator");
    }

    [Theory]
    [MemberData(nameof(EveryStanding))]
    [Trait("Rule", "R1")]
    public void Raising_is_unconditional_in_every_standing_which_is_only_a_fact_beside_it(Standing standing)
    {
        var (institution, moment, _) = Standings.In(standing);
        var facts = institution.RaiserFacts(Ida, panel: null, moment);
        facts.ShouldBe(standing switch
        {
            Standing.Lapsed => ["raiser.lapsed"],
            Standing.OnLeave => ["raiser.onLeave"],
            Standing.StoodDown => ["raiser.onLeave", "raiser.stoodDown"],
            Standing.Suspended => ["raiser.stoodDown", "raiser.suspended"],
            Standing.InTraining => ["raiser.trainee"],
            Standing.Left => ["raiser.suspended", "raiser.left"],
            _ => [],
        });
        var cover = institution.CoverFor(panel: null, Ida, Raises.Id(1), caseFile: null, moment);
        var raised = RaiseEscalation.Decide(
            Raises.Raise(raiser: Ida) with { Facts = facts },
            Escalation.NotRaised,
            new EscalationContext(new Caller(Ida, []), moment, institution.PolicyAt(moment), cover));
        raised.Rejection.ShouldBeNull();
        raised.Events[0].ShouldBeOfType<EscalationRaised>().Facts.ShouldBe(facts);
    }
}
