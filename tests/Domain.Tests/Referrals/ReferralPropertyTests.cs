using FsCheck;
using FsCheck.Fluent;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

/// <summary>
/// What must hold whatever happens, in whatever order. A failure prints its seed and the shortest history.
/// </summary>
public sealed class ReferralPropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(
        Environment.GetEnvironmentVariable("SAFEGUARD_LONG") == "1" ? 100_000 : 500);

    private static readonly object[] AnyCommand =
    [
        .. Commands.ByName.Values,
        .. Enum.GetValues<ReferralOutcome>().Select(outcome => new CompleteReferral(outcome, null)),
        Scenario.Offer with { Band = Band.Immediate },
        Scenario.Send with { Why = Scenario.Words },
        Scenario.Send with { What = null },
        new WithdrawReferral(null),
        new ReassignReferral(Wexcombe.Ida),
    ];

    private static Gen<Move> Moves =>
        from command in Gen.Frequency((3, Gen.Elements(AnyCommand)), (1, Gen.Constant<object>(new WakeReferral())))
        from hours in Gen.Frequency((3, Gen.Choose(0, 30)), (1, Gen.Choose(0, 900)))
        from relation in Gen.Frequency(
            (6, Gen.Constant(CaseRelation.Owns)), (1, Gen.Elements(Enum.GetValues<CaseRelation>())))
        from days in Gen.Choose(-1, 5)
        select new Move(command, hours, relation, days);

    [Fact]
    [Trait("Rule", "R4")]
    [Trait("Rule", "R22")]
    public void Whatever_happens_an_open_one_has_an_owner_and_a_wake_up_and_a_finished_one_asks_for_nothing() =>
        Check.One(Thorough, Prop.ForAll(
            Arb.From(Moves.ArrayOf(), Shorter),
            history =>
            {
                var scenario = Scenario.Empty;
                foreach (var move in history) Play(move, scenario);
            }));

    private static void Play(Move move, Scenario scenario)
    {
        var before = scenario.State;
        scenario.With(Policy.Default with { ReferralReplyWorkingDays = move.Days, ReferralReminders = move.Days })
            .At(scenario.Now.AddHours(move.Hours)).When(move.Command, relation: move.Relation);
        var state = scenario.State;
        var items = Referral.OpenItems(Scenario.Id, state);
        items.Count(item => item.Kind == "referral").ShouldBe(state.IsOpen ? 1 : 0);
        items.Count(item => item.Kind == "disclosure").ShouldBe(state.DisclosureBy is null ? 0 : 1);
        items.ShouldAllBe(item => item.Owner.Value.Length > 0);
        Referral.NextWakeUp(state).ShouldBe(items.Count == 0 ? null : items.Min(item => item.NextWakeUp));
        (state.OverSince is not null).ShouldBe(state.State is ReferralState.Completed or ReferralState.Withdrawn);
        (state.Outcome is not null).ShouldBe(state.OverSince is not null);
        state.IsSettled.ShouldBe(state.OverSince is not null && items.Count == 0);
        (state.Sent is not null).ShouldBe(scenario.History.Any(happened => happened is ReferralSent));
        if (before.OverSince is not null) state.State.ShouldBe(before.State);
        if (scenario.Last.Rejection is not null) scenario.Last.Events.ShouldBeEmpty();
        if (move.Command is WakeReferral)
            (Referral.NextWakeUp(state) ?? DateTimeOffset.MaxValue).ShouldBeGreaterThan(scenario.Now);
        foreach (var sent in scenario.Last.Events.OfType<ReferralSent>())
            (sent.WithConsent || sent.Why is not null || state.DisclosureBy is not null).ShouldBeTrue();
        ReferralMoves.For(state, scenario.Context(relation: CaseRelation.None)).ShouldBeEmpty();
    }

    /// <summary>A history that fails is made shorter by leaving out one move after another.</summary>
    private static IEnumerable<Move[]> Shorter(Move[] history) =>
        Enumerable.Range(0, history.Length).Select(left => history.Where((_, at) => at != left).ToArray());

    private sealed record Move(object Command, int Hours, CaseRelation Relation, int Days);
}
