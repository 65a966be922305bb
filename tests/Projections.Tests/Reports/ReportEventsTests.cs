using Safeguard.Domain.Reports;
using Safeguard.Projections.Events;
using Safeguard.Projections.Reports;
using Safeguard.Projections.Tests.EscalationQueue;

namespace Safeguard.Projections.Tests.Reports;

/// <summary>A report as of a moment is what a log stopped then adds up to, and nothing later changes it.</summary>
[Trait("Rule", "R24")]
public sealed class ReportEventsTests(Given given, ITestOutputHelper output)
{
    private const int Lives = 12;
    private const int Moments = 25;

    [Fact]
    public async Task Random_histories_are_counted_as_a_stopped_log_has_them_then_and_ever_after()
    {
        await using var institution = await given.AnInstitutionAsync();
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var (random, keys) = (new Random(seed), Given.Keys(institution));
        var lives = Enumerable.Range(0, Lives).Select(_ => new RandomEscalation(institution, keys, random)).ToList();
        foreach (var life in lives) await life.LiveAsync(moves: 20);
        var events = new ReportEvents(institution.Database.Pool);
        var asked = new Dictionary<DateTimeOffset, IReadOnlyList<UrgentContactCounted>>();
        for (var one = 0; one < Moments; one++)
        {
            var moment = Given.Now.AddMinutes(random.Next(-1, 200));
            asked[moment] = await OfAsync(events, moment);
            var expected = new List<UrgentContactCounted>();
            foreach (var life in lives)
            {
                var known = EventCodec.DecodeSealed(
                    await institution.Log.ReadStreamAsync(life.Id, 0, CancellationToken.None));
                UrgentContactCounted? counted = null;
                foreach (var next in known.Where(next => next.Stamp.RecordedAt <= moment))
                    counted = UrgentContactCounted.Evolve(counted, next.Event, next.Stamp.RecordedAt);
                if (counted is not null) expected.Add(counted);
            }

            asked[moment].ShouldBe(expected, ignoreOrder: true);
        }

        asked.Values.Any(counted => counted.Count == Lives).ShouldBeTrue();
        // Time goes on for all of them: what had not yet passed for one is left out.
        var passed = lives.Min(life => life.Now);
        foreach (var life in lives) await life.LiveAsync(moves: 20);
        var still = asked.Where(known => known.Key < passed).ToList();
        still.Count.ShouldBeGreaterThan(0);
        foreach (var (moment, before) in still)
            (await OfAsync(events, moment)).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task Only_what_was_raised_in_the_period_is_counted()
    {
        await using var institution = await given.AnInstitutionAsync();
        var life = new RandomEscalation(institution, Given.Keys(institution), new Random(7));
        await life.LiveAsync(moves: 3);
        var events = new ReportEvents(institution.Database.Pool);
        async Task<int> CountAsync(DateTimeOffset from, DateTimeOffset? until) => (await events.UrgentContactsAsync(
            from, until, Given.Now.AddDays(1), CancellationToken.None))!.Count;
        (await CountAsync(Given.Now, null)).ShouldBe(1);
        (await CountAsync(Given.Now.AddMinutes(1), null)).ShouldBe(0);
        (await CountAsync(Given.Now.AddDays(-1), Given.Now)).ShouldBe(0);
    }

    private static async Task<IReadOnlyList<UrgentContactCounted>> OfAsync(
        ReportEvents events, DateTimeOffset moment) =>
        (await events.UrgentContactsAsync(Given.Now.AddDays(-1), null, moment, CancellationToken.None))!;
}
