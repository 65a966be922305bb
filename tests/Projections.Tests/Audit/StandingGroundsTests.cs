using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Events;
using static Safeguard.Projections.Tests.Audit.Told;

namespace Safeguard.Projections.Tests.Audit;

/// <summary>
/// The events that a standing is said to follow from are enough: asked of these alone, the rule gives the same standing
/// as of everything that was known, for the same reasons.
/// </summary>
[Trait("Rule", "R24")]
public sealed class StandingGroundsTests(ITestOutputHelper output)
{
    /// <summary>So many that the rarest reason, a confirmed return, is among them.</summary>
    private const int Histories = 300;
    private const int Moments = 40;

    private static readonly PersonId Supporter = new("we0102");
    private static readonly PersonId Coordinator = new("we0007");
    private static readonly GroupId Own = new("g10");
    private static readonly GroupId Other = new("g11");

    private readonly int _seed = Random.Shared.Next();

    [Fact, Trait("Rule", "R9")]
    public void Standing_follows_from_its_grounds_alone()
    {
        var (random, seen) = (Seeded(), new HashSet<StandingFact>());
        for (var history = 0; history < Histories; history++)
        {
            var log = Life(random);
            for (var asked = 0; asked < Moments; asked++)
            {
                var moment = Noon(Begins).AddHours(random.Next(200 * 24));
                var known = Known(log, moment);
                var institution = Fold(known);
                var answer = institution.StandingAt(Supporter, moment);
                var grounds = StandingGrounds.Of(
                    institution.StandingFactsOf(Supporter, moment), answer, institution.Programme, known);
                var enough = Fold(grounds.SelectMany(ground => ground.Events)
                    .DistinctBy(recorded => recorded.Position)
                    .Select(recorded => Counted(recorded, answer.LastCounted))
                    .OrderBy(recorded => recorded.Position));
                Said(enough.StandingAt(Supporter, moment)).ShouldBe(Said(answer), $"seed {_seed}, {moment:u}");
                grounds.Select(ground => ground.Reason).OfType<StandingReason>().ShouldBe(answer.Why);
                seen.UnionWith(answer.Why.Select(reason => reason.Fact));
            }
        }

        seen.ShouldBe(Enum.GetValues<StandingFact>(), ignoreOrder: true);
    }

    private Random Seeded()
    {
        output.WriteLine($"seed {_seed}");
        return new Random(_seed);
    }

    /// <summary>The last session that counted, as one of which nobody asks whether they had lapsed before it.</summary>
    private static Recorded Counted(Recorded recorded, DateOnly? lastCounted) => recorded with
    {
        Event = recorded.Event switch
        {
            SupervisionAttended e when e.Day == lastCounted => e with { ConfirmedByOffice = true },
            SupervisionMadeUp e when e.Day == lastCounted => e with { ConfirmedByOffice = true },
            var other => other,
        },
    };

    /// <summary>
    /// Everything that a standing says but the session that comes next, which it does not follow from, and whether a
    /// return was confirmed before what now counts.
    /// </summary>
    private static string Said(StandingAnswer answer) => string.Join('\n',
        [
            $"{answer.Standing} since {answer.Since:o}, from {answer.FortnightFrom:o}, soon {answer.DueSoonOn:o}",
            $"due {answer.DueOn:o}, lapses {answer.LapsesOn:o}, not offered {answer.NotOfferedOn:o}",
            $"nothing scheduled {answer.NothingScheduled}, awaits {answer.AwaitsCoordinator}",
            $"policy {answer.PolicyVersion}",
            .. answer.Why.Where(reason => reason.Fact != StandingFact.Reinstated).Select(reason => reason.ToString()),
        ]);

    /// <summary>Two terms of a supporter's life, with a third that may never be set.</summary>
    private static List<Recorded> Life(Random random)
    {
        var happened = new List<(DateOnly On, object Event)>
        {
            (Begins.AddDays(-30), new SupporterEnrolled(Supporter, TrainedBy: null)),
            (Begins.AddDays(-20), new TermDatesSet("michaelmas", Begins, Begins.AddDays(55))),
            (Begins.AddDays(-20), new TermDatesSet("hilary", Begins.AddDays(98), Begins.AddDays(150))),
            (Begins.AddDays(20), new TermDatesSet("michaelmas", Begins, Begins.AddDays(random.Next(50, 60)))),
            (Begins.AddDays(30), new PolicyAdopted(
                Policy.Default with { Version = 1, GraceTermDays = random.Next(3, 9) }, Noon(Begins.AddDays(40)), "")),
            (Begins.AddDays(random.Next(-5, 10)), new SupporterActivated(Supporter, Begins.AddDays(random.Next(5)))),
            (Begins.AddDays(random.Next(-5, 30)), new SupervisionGroupAssigned(Supporter, Own, Reason: null)),
            (Begins.AddDays(-20), new GroupFormed(Own)),
        };
        if (random.Next(2) == 0)
            happened.Add((Begins.AddDays(90), new TermDatesSet("trinity", Begins.AddDays(190), Begins.AddDays(245))));
        for (var day = random.Next(12); day < 200; day += random.Next(5, 18)) Session(happened, random, day);
        if (random.Next(2) == 0) Away(happened, random);
        return InOrder(happened);
    }

    private static void Session(List<(DateOnly On, object Event)> happened, Random random, int after)
    {
        var (session, day, known) = (Guid.NewGuid(), Begins.AddDays(after), Begins.AddDays(after - random.Next(1, 60)));
        if (random.Next(8) == 0)
        {
            happened.Add((day, new SupervisionMadeUp(Supporter, Other, session, day, random.Next(3) == 0)));
            return;
        }

        happened.Add((known, new SessionScheduled(Own, session, day, StartsAt: null)));
        if (random.Next(5) == 0)
        {
            day = day.AddDays(random.Next(3));
            happened.Add((known, new SessionMoved(Own, session, day, StartsAt: null, Reason: null)));
        }

        switch (random.Next(8))
        {
            case 0 or 1:
                happened.Add((day.AddDays(-1), new SessionCancelled(Own, session, Reason: null)));
                break;
            case 2 or 3:
                happened.Add((day, new SupervisionAttended(Supporter, Own, session, day, ConfirmedByOffice: false)));
                if (random.Next(4) == 0)
                {
                    happened.Add((day.AddDays(3), new AttendanceCorrected(
                        Supporter, Own, session, day, Attendance.Excused, Guest: false, Reason: null)));
                }

                if (random.Next(4) == 0)
                    happened.Add((day.AddDays(random.Next(4)), new Reinstated(Supporter, day.AddDays(2), Coordinator)));
                break;
            case 4 or 5:
                happened.Add((day, new SupervisionMissed(Supporter, Own, session, day, Attendance.Excused, null)));
                break;
            case 6:
                happened.Add((day, new SupervisionMissed(Supporter, Own, session, day, Attendance.Absent, null)));
                break;
        }
    }

    private static void Away(List<(DateOnly On, object Event)> happened, Random random)
    {
        var from = Begins.AddDays(random.Next(150));
        var (begun, ended) = random.Next(3) switch
        {
            0 => ((object)new LeaveStarted(Supporter), (object)new LeaveEnded(Supporter)),
            1 => (new StoodDown(Supporter), new StoodUp(Supporter)),
            _ => (new Suspended(Supporter, Reason: null), new SuspensionLifted(Supporter)),
        };
        happened.Add((from, begun));
        happened.Add((from.AddDays(random.Next(1, 40)), ended));
        if (random.Next(3) == 0) happened.Add((Begins.AddDays(150 + random.Next(50)), new SupporterLeft(Supporter)));
    }
}
