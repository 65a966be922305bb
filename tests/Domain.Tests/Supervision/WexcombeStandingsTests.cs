using Safeguard.Domain.Supervision;
using Safeguard.Domain.Tests.Supervision.Model;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>A whole university on 20 November 2026: model and product, person by person.</summary>
[Trait("Rule", "R9")]
public sealed class WexcombeStandingsTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly string Files = Path.Combine(AppContext.BaseDirectory, "Data", "wexcombe");
    private static readonly IReadOnlyDictionary<string, ModelFacts> Facts = WexcombeStandings.Facts(Files, Day);

    [Fact]
    public void Four_hundred_supporters_stand_where_the_model_says()
    {
        var standings = WexcombeStandings.On(Day, Files);
        standings.Count.ShouldBe(400);
        var counts = standings.Values.CountBy(standing => standing).ToDictionary(StringComparer.Ordinal);
        output.WriteLine(string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}")));
        counts.ShouldBe(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["Current"] = 249,
                ["DueSoon"] = 74,
                ["Overdue"] = 11,
                ["Lapsed"] = 29,
                ["OnLeave"] = 17,
                ["StoodDown"] = 5,
                ["Left"] = 15,
            },
            ignoreOrder: true);
    }

    [Fact]
    public void The_product_says_the_same_of_each_one_all_through_the_autumn()
    {
        foreach (var (person, facts) in Facts)
        {
            var (model, product) = (new StandingModel(facts), LifeOf(facts).ToFacts());
            for (var day = facts.Spells.Count > 0 ? Day : new DateOnly(2026, 10, 1); day <= Day; day = day.AddDays(5))
                StandingOf.At(product, Supervised.NoonOn(day)).Standing.ToString()
                    .ShouldBe(model.On(day), $"{person} on {day:o}");
        }
    }

    /// <summary>The office's rows as the events that they mean.</summary>
    private static StandingCase LifeOf(ModelFacts facts) => new()
    {
        Terms = facts.Terms,
        Activated = facts.Activated,
        Joined = Supervised.NoonOn(facts.Joined!.Value),
        Sessions = [.. facts.Sessions.Select(session => new OwnSession(
            session.Day, MovedFrom: null, session.Cancelled, MarkOf(facts, session.Day), FromOffice: true))],
        Guests = [.. facts.Attendance.Where(mark => facts.Sessions.All(session => session.Day != mark.Day))
            .Select(mark => new GuestSession(mark.Day, mark.FromOffice))],
        Spells = facts.Spells,
        Moment = Supervised.NoonOn(Day),
    };

    private static ModelMark? MarkOf(ModelFacts facts, DateOnly day) =>
        facts.Attendance.FirstOrDefault(mark => mark.Day == day)?.Mark;
}
