using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Rota;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Events;
using static Safeguard.Projections.Tests.Audit.Told;

namespace Safeguard.Projections.Tests.Audit;

/// <summary>
/// The events that duty is said to follow from are enough: asked of these alone, the rota gives the same answer as of
/// everything that was known.
/// </summary>
[Trait("Rule", "R24")]
public sealed class DutyGroundsTests(ITestOutputHelper output)
{
    private const int Histories = 60;
    private const int Moments = 40;

    private static readonly PanelId Panel = new("alder-college");
    private static readonly PanelId Elsewhere = new("birch-college");
    private static readonly PersonId[] Seniors = [new("we0014"), new("we0015"), new("we0016")];

    private readonly int _seed = Random.Shared.Next();

    [Fact, Trait("Rule", "R12")]
    public void Duty_follows_from_its_grounds_alone()
    {
        var (random, withGrounds) = (Seeded(), 0);
        for (var history = 0; history < Histories; history++)
        {
            var log = Rota(random);
            for (var asked = 0; asked < Moments; asked++)
            {
                var moment = Noon(Begins).AddHours(random.Next(30 * 24));
                var known = Known(log, moment);
                var grounds = DutyGrounds.Of(Panel, moment, known);
                Duty(grounds, moment).ShouldBe(Duty(known, moment), $"seed {_seed}, {moment:u}");
                withGrounds += grounds.Count > 0 ? 1 : 0;
                // A shift, its cover and a role for each of the two duties.
                grounds.Count.ShouldBeLessThanOrEqualTo(6);
            }
        }

        withGrounds.ShouldBeGreaterThan(Histories);
    }

    [Fact]
    public void Nobody_is_on_duty_because_the_shift_was_taken_off_or_the_role_was_lost()
    {
        var shift = Guid.NewGuid();
        var (starts, ends) = (Noon(Begins), Noon(Begins.AddDays(1)));
        IReadOnlyList<Recorded> lost =
        [
            Happened(1, Begins, new RoleGranted(Seniors[0], Role.SeniorMember, Panel)),
            Happened(2, Begins, new ShiftPlanned(Panel, shift, Domain.Rota.Duty.First, Seniors[0], starts, ends)),
            Happened(3, Begins, new RoleRevoked(Seniors[0], Role.SeniorMember, Panel)),
        ];
        Names(DutyGrounds.Of(Panel, starts, lost)).ShouldBe(["ShiftPlanned", "RoleRevoked"]);
        IReadOnlyList<Recorded> off =
            [.. lost.Take(2), Happened(3, Begins, new ShiftRemoved(Panel, shift, starts))];
        Names(DutyGrounds.Of(Panel, starts, off)).ShouldBe(["ShiftPlanned", "ShiftRemoved"]);
        DutyGrounds.Of(Elsewhere, starts, off).ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(IEnumerable<Recorded> events) =>
        events.Select(recorded => recorded.Event.GetType().Name);

    private Random Seeded()
    {
        output.WriteLine($"seed {_seed}");
        return new Random(_seed);
    }

    private static (PersonId? First, PersonId? Deputy) Duty(IReadOnlyList<Recorded> log, DateTimeOffset moment)
    {
        var duty = Fold(log).DutyAt(Panel, moment);
        return (duty.First, duty.Deputy);
    }

    /// <summary>A month of days and nights: planned, covered, taken off, and roles that come and go.</summary>
    private static List<Recorded> Rota(Random random)
    {
        var happened = new List<(DateOnly On, object Event)>();
        foreach (var panel in new[] { Panel, Elsewhere })
        {
            foreach (var duty in Enum.GetValues<Duty>())
            {
                for (var day = 0; day < 30; day++)
                {
                    if (random.Next(5) == 0) continue;
                    var (shift, starts) = (Guid.NewGuid(), Noon(Begins.AddDays(day)));
                    var (from, to) = (Senior(random), Senior(random));
                    happened.Add((Begins, new ShiftPlanned(panel, shift, duty, from, starts, starts.AddDays(1))));
                    if (random.Next(3) == 0)
                    {
                        happened.Add((Day(random), new ShiftCovered(
                            panel, shift, from, to, starts.AddHours(random.Next(12)),
                            starts.AddHours(12 + random.Next(12)))));
                    }

                    if (random.Next(4) == 0)
                    {
                        happened.Add((Day(random), new ShiftRemoved(
                            panel, shift, starts.AddHours(random.Next(-10, 24)))));
                    }
                }
            }
        }

        foreach (var senior in Seniors)
        {
            foreach (var scope in new PanelId?[] { Panel, Elsewhere, null })
            {
                if (random.Next(2) == 0) happened.Add((Begins, new RoleGranted(senior, Role.SeniorMember, scope)));
                if (random.Next(2) == 0)
                    happened.Add((Day(random), new RoleRevoked(senior, Role.SeniorMember, scope)));
                if (random.Next(3) == 0)
                    happened.Add((Day(random), new RoleGranted(senior, Role.SeniorMember, scope)));
            }

            if (random.Next(4) == 0) happened.Add((Day(random), new PersonLeft(senior)));
        }

        return InOrder(happened);
    }

    private static PersonId Senior(Random random) => Seniors[random.Next(Seniors.Length)];

    private static DateOnly Day(Random random) => Begins.AddDays(random.Next(30));
}
