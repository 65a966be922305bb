using FsCheck;
using FsCheck.Fluent;
using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

/// <summary>
/// What must hold whatever happens, in whatever order. A failure prints its seed and the shortest history.
/// </summary>
public sealed class EscalationPropertyTests
{
    /// <summary>
    /// A rung brought forward by an empty one leaves the next at its own time: two steps of ten minutes.
    /// </summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(20);

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(
        Environment.GetEnvironmentVariable("SAFEGUARD_LONG") == "1" ? 100_000 : 500);

    [Fact]
    [Trait("Rule", "R1")]
    public void Raising_succeeds_for_every_cover_policy_and_text_unless_nothing_is_said() =>
        Check.One(Thorough, Prop.ForAll(
            Arb.From(
                from command in Arbitrary.Raises
                from cover in Arbitrary.Covers
                from policy in Arbitrary.Policies
                from caller in Gen.Elements(Arbitrary.Everybody)
                select (command, cover, policy, caller)),
            given =>
            {
                var (command, cover, policy, caller) = given;
                var scenario = Scenario.Empty.With(cover).With(policy).When(command, caller);
                var isEmpty = !command.EmergencyNow && command.What is null && command.Where is null;
                if (isEmpty) scenario.ThenRefused<NothingSaid>("escalation.empty", Rule.R1, RejectionKind.SaysNothing);
                else scenario.State.State.ShouldBe(EscalationState.Raised);
                scenario.When(command, caller);
                if (!isEmpty) scenario.ThenAlreadySo();
            }));

    [Fact]
    [Trait("Rule", "R4")]
    [Trait("Rule", "R5")]
    public void Whatever_happens_an_open_one_has_one_owner_and_one_wake_up_and_an_unanswered_one_is_paged() =>
        Check.One(Thorough, Prop.ForAll(
            Arb.From(Moves.Histories, Moves.Shorter),
            history =>
            {
                var scenario = Scenario.Raised();
                foreach (var move in history) Play(move, scenario);
            }));

    [Fact]
    [Trait("Rule", "R5")]
    public void An_unanswered_crisis_is_never_longer_without_a_page_than_the_rungs_are_apart() =>
        Check.One(Thorough, Prop.ForAll(
            Arb.From(
                from band in Gen.Elements(Band.Immediate, Band.Within4Hours)
                from covers in Arbitrary.Covers.ListOf(30)
                select (band, covers)),
            given =>
            {
                var scenario = Scenario.Raised(given.band);
                foreach (var cover in given.covers)
                {
                    (scenario.State.NextPageAt - scenario.Now).ShouldNotBeNull().ShouldBeInRange(
                        TimeSpan.FromTicks(1), LongestPause);
                    scenario.With(cover).At(Escalation.NextWakeUp(scenario.State)!.Value).When(new WakeEscalation());
                }
            }));

    private static void Play(Move move, Scenario scenario)
    {
        var before = scenario.State;
        var happened = scenario.History.Count;
        switch (move)
        {
            case Move.World world: scenario.With(world.Cover); return;
            case Move.Rules rules: scenario.With(rules.Policy); return;
            case Move.Act act:
                scenario.At(scenario.Now.AddMinutes(act.AfterMinutes)).When(act.Command, act.By, act.Named);
                break;
            case Move.Wake wake when Escalation.NextWakeUp(before) is { } next:
                var moment = next.AddMinutes(wake.LateMinutes);
                scenario.At(moment > scenario.Now ? moment : scenario.Now).When(new WakeEscalation());
                scenario.Last.Events.ShouldNotBeEmpty("a wake-up that was due did nothing");
                (Escalation.NextWakeUp(scenario.State) ?? DateTimeOffset.MaxValue).ShouldBeGreaterThan(scenario.Now);
                break;
        }

        Invariants.Hold(before, scenario, [.. scenario.History.Skip(happened).Select(entry => entry.Event)]);
    }
}
