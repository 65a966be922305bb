using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

/// <summary>What holds after every single decision.</summary>
internal static class Invariants
{
    public static void Hold(Escalation before, Scenario scenario, IReadOnlyList<EscalationEvent> happened)
    {
        var state = scenario.State;
        (scenario.Last.Rejection is null || happened.Count == 0).ShouldBeTrue("a refusal appended something");
        OneOwnerAndOneWakeUp(state);
        PagedWhileUnanswered(state);
        NobodyWrongIsPaged(before, scenario, happened);
        OnceEach(state);
    }

    private static void OneOwnerAndOneWakeUp(Escalation state)
    {
        var items = Escalation.OpenItems(Commands.Id(99), state);
        items.Count(item => item.Kind == "escalation").ShouldBe(state.IsOpen ? 1 : 0);
        items.All(item => item.Owner.Value.Length > 0).ShouldBeTrue("an open item has no owner");
        Escalation.NextWakeUp(state).ShouldBe(items.Count == 0 ? null : items.Min(item => item.NextWakeUp));
    }

    private static void PagedWhileUnanswered(Escalation state)
    {
        (state.NextPageAt is not null).ShouldBe(state.IsUnanswered);
        (state.AcknowledgedBy is not null).ShouldBe(state.State == EscalationState.Acknowledged);
        if (state.IsOpen && !state.IsUnanswered && state.State != EscalationState.Acknowledged)
            state.ContactAt.ShouldNotBeNull("somebody has it, so contact was made or is asked for");
    }

    private static void NobodyWrongIsPaged(
        Escalation before, Scenario scenario, IReadOnlyList<EscalationEvent> happened)
    {
        var pages = happened.OfType<PageSent>().ToList();
        var paged = pages.SelectMany(page => page.To).ToList();
        paged.Distinct().Count().ShouldBe(paged.Count, "somebody was paged twice in one decision");
        paged.Contains(scenario.State.Raiser).ShouldBeFalse("the raiser was paged for their own");
        paged.Contains(PersonId.System).ShouldBeFalse("the product paged itself");
        paged.Intersect(scenario.Cover.Conflicted).ShouldBeEmpty("somebody with a conflict was paged");
        paged.Intersect(before.Conflicted).ShouldBeEmpty("somebody with a declared conflict was paged");
        if (before.State == EscalationState.Closed && scenario.State.State == EscalationState.Closed)
            pages.All(page => page.Reason == PageReason.Addition).ShouldBeTrue("a closed one paged somebody");
    }

    private static void OnceEach(Escalation state)
    {
        state.Missed.Distinct().Count().ShouldBe(state.Missed.Count, "a missed deadline was recorded twice");
        state.Settled.Distinct().Count().ShouldBe(state.Settled.Count, "something settled was settled again");
        state.Paged.Distinct().Count().ShouldBe(state.Paged.Count);
    }
}
