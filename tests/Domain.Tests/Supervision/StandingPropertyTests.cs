using FsCheck;
using FsCheck.Fluent;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Tests.Supervision.Model;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>
/// Standing against the model, over random lives. The short form takes 2,000 of them, the long form
/// (<c>SAFEGUARD_LONG=1</c>) 100,000; a difference is shown as the shortest life that has it, with its seed.
/// </summary>
[Trait("Rule", "R9")]
public sealed class StandingPropertyTests(ITestOutputHelper output)
{
    private static readonly int Lives = Environment.GetEnvironmentVariable("SAFEGUARD_LONG") == "1" ? 100_000 : 2_000;

    /// <summary>Longer than the vacations between the terms of most lives, with the grace.</summary>
    private const int DaysAhead = 60;

    private static readonly Arbitrary<StandingCase> Any = Arb.From(StandingCases.All, life => life.Shorter());

    private readonly ulong _seed = (ulong)Random.Shared.NextInt64();

    [Fact]
    public void The_product_says_what_the_model_says_on_every_day_that_is_asked_about() => ForEveryLife(life =>
    {
        var (facts, model) = (life.ToFacts(), new StandingModel(life.ToModel()));
        // Of the past only without spells: a supporter's state keeps those that last.
        foreach (var moment in life.Spells.Count > 0 ? [life.Moment] : MomentsUntil(life.Moment))
        {
            var day = LocalDay.Of(moment);
            var answer = StandingOf.At(facts, moment);
            answer.Standing.ToString().ShouldBe(model.On(day), $"on {day:o}");
            if (answer.Standing > Standing.Lapsed) continue;
            var start = model.ClockStart(life.Activated!.Value, day);
            (answer.DueOn ?? answer.NotOfferedOn).ShouldBe(model.DueDay(start) ?? model.FourteenthDay(start));
            answer.LapsesOn.ShouldBe(model.FirstLapsedDay(start));
        }
    });

    /// <summary>With nothing recorded meanwhile: what a wake-up has to record falls on the days it is woken.</summary>
    [Fact]
    public void Nobody_becomes_overdue_or_lapsed_on_a_day_on_which_no_wake_up_is_due() => ForEveryLife(life =>
    {
        var today = LocalDay.Of(life.Moment);
        life = life.KnownOn(today);
        var model = new StandingModel(life.ToModel());
        var changes = StandingOf.ChangesAfter(life.ToFacts(), life.Moment).Select(LocalDay.Of).ToList();
        var standing = model.On(today);
        if (standing == "InTraining")
        {
            changes.ShouldBe(life.Activated is { } active ? [active] : []);
            return;
        }

        for (var day = today.AddDays(1); day < today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            var next = model.On(day);
            if (next != standing && next is "Overdue" or "Lapsed") changes.ShouldContain(day, $"{standing} to {next}");
            standing = next;
        }
    });

    private static IEnumerable<DateTimeOffset> MomentsUntil(DateTimeOffset moment) =>
        [moment, moment.AddDays(-9), moment.AddDays(-31)];

    private void ForEveryLife(Action<StandingCase> holds)
    {
        output.WriteLine($"seed {_seed}");
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(Lives)
                .WithReplay(new Replay(new Rnd(_seed), null)),
            Prop.ForAll(Any, holds));
    }
}
