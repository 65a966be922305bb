namespace Safeguard.Domain.Tests;

/// <summary>What a decision came to, asked in one line.</summary>
internal static class Outcomes
{
    public static void ShouldHappen<TEvent>(this Decision<TEvent> decision, params TEvent[] expected)
        where TEvent : class
    {
        decision.Rejection.ShouldBeNull();
        decision.Events.ShouldBe(expected);
    }

    public static void ShouldBeAlreadySo<TEvent>(this Decision<TEvent> decision)
        where TEvent : class => decision.ShouldHappen();

    /// <summary>Refused with that fact, its stable code and its rule; and nothing happened.</summary>
    public static Rejection ShouldBeRefused<TEvent>(
        this Decision<TEvent> decision, string code, Rule rule, RejectionKind kind = RejectionKind.RuleForbids)
        where TEvent : class
    {
        var refusal = decision.Rejection.ShouldNotBeNull();
        (refusal.Code, refusal.Rule, refusal.Kind).ShouldBe((code, rule, kind));
        refusal.Detail.ShouldEndWith(".");
        decision.Events.ShouldBeEmpty();
        return refusal;
    }
}
