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

    [Fact]
    public void Nothing_changes_between_one_wake_up_and_the_next() => ForEveryLife(life =>
    {
        life = life with
        {
            Sessions = [.. life.Sessions.Select(session => session.Day > LocalDay.Of(life.Moment)
                ? session with { Mark = null } : session)],
            Guests = [.. life.Guests.Where(guest => guest.Day <= LocalDay.Of(life.Moment))],
            Confirmed = [.. life.Confirmed.Where(day => day <= LocalDay.Of(life.Moment))],
        };
        var (facts, model) = (life.ToFacts(), new StandingModel(life.ToModel()));
        var last = model.On(LocalDay.Of(life.Moment));
        var changes = StandingOf.ChangesAfter(facts, life.Moment).Select(LocalDay.Of).ToList();
        for (var day = LocalDay.Of(life.Moment).AddDays(1); day < LocalDay.Of(life.Moment).AddDays(90);
            day = day.AddDays(1))
        {
            var now = model.On(day);
            if (now != last && now is "Overdue" or "Lapsed") changes.ShouldContain(day, $"{last} to {now}");
            last = now;
        }
    });

    private static IEnumerable<DateTimeOffset> MomentsUntil(DateTimeOffset moment) =>
        [moment, moment.AddDays(-9), moment.AddDays(-31)];

    private void ForEveryLife(Action<StandingCase> holds)
    {
        output.WriteLine($"seed {_seed}");
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Lives).WithReplay(new Replay(new Rnd(_seed), null)),
            Prop.ForAll(Any, holds));
    }
}
