using System.Text.Json;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Events;
using Safeguard.Projections.Tests.EscalationQueue;

namespace Safeguard.Projections.Tests.Audit;

/// <summary>As known at a moment is what a log that was stopped at that moment says, and nothing else.</summary>
[Trait("Rule", "R24")]
public sealed class KnownAtTests(Given given)
{
    private const int Seed = 2026;
    private const int Moments = 40;

    private static readonly PanelId Panel = new("alder-college");
    private static readonly PersonId[] Seniors = [new("we0014"), new("we0015")];
    private static readonly PersonId Raiser = new("we0102");
    private static readonly GroupId Group = new("g10");

    [Fact]
    public async Task Random_histories_are_known_at_random_moments_as_a_stopped_log_has_them()
    {
        await using var institution = await given.AnInstitutionAsync();
        var (random, keys) = (new Random(Seed), Given.Keys(institution));
        for (var one = 0; one < 8; one++)
        {
            var escalation = new RandomEscalation(institution, keys, random);
            await escalation.LiveAsync(moves: 60);
            var own = EventCodec.DecodeSealed(
                await institution.Log.ReadStreamAsync(escalation.Id, 0, CancellationToken.None));
            var item = new ReadItem("escalation", escalation.Id);
            IReadOnlyList<Recorded> log =
                [.. own.Concat(Behind(random, own[^1].Stamp.RecordedAt)).OrderBy(known => known.Stamp.RecordedAt)];
            for (var asked = 0; asked < Moments; asked++)
            {
                // Right at an event, right before it, or anywhere.
                var at = log[random.Next(log.Count)].Stamp.RecordedAt.AddTicks(random.Next(-1, 1));
                ShouldBeAsStopped(item, log, asked % 2 == 0 ? at : at.AddSeconds(random.Next(1000)));
            }
        }
    }

    [Fact]
    public void What_happened_before_and_was_recorded_after_was_not_known_yet()
    {
        var moment = Given.Now.AddHours(1);
        IReadOnlyList<Recorded> log =
        [
            Happened(1, Given.Now.AddDays(-1), new RoleGranted(Seniors[0], Role.SeniorMember, Panel)),
            Happened(2, Given.Now.AddDays(-1), new RoleGranted(Seniors[1], Role.SeniorMember, Panel)),
            Happened(3, Given.Now.AddDays(-1), Shift(Seniors[0])),
            // The swap was agreed for that very hour, and written down a day later.
            Told.Happened(4, Given.Now.AddDays(1), Given.Now.AddHours(-1), new ShiftCovered(
                Panel, Guid.Empty, Seniors[0], Seniors[1], Given.Now.AddHours(-8), Given.Now.AddHours(8))),
        ];
        DutyAt(log, moment).First.ShouldBe(Seniors[0]);
        Told.Fold(log).DutyAt(Panel, moment).First.ShouldBe(Seniors[1]);
    }

    private static OnDuty DutyAt(IReadOnlyList<Recorded> log, DateTimeOffset moment) =>
        KnownAt.Of(new("escalation", new Guid(1, 0, 0, new byte[8])), log, moment).Institution.DutyAt(Panel, moment);

    private static void ShouldBeAsStopped(ReadItem item, IReadOnlyList<Recorded> log, DateTimeOffset moment)
    {
        var stopped = log.TakeWhile(recorded => recorded.Stamp.RecordedAt <= moment).ToList();
        var own = stopped.Where(recorded => recorded.Stream == item.Id).ToList();
        var state = own.Aggregate(Escalation.NotRaised, (folded, known) =>
            Escalation.Evolve(folded, (EscalationEvent)known.Event, known.Stamp));
        var institution = Told.Fold(stopped);

        var known = KnownAt.Of(item, log, moment);
        var said = $"seed {Seed}, {moment:O}";
        Text(known.Escalation).ShouldBe(own.Count == 0 ? "null" : Text(state), said);
        known.Events.ShouldBe(own, said);
        known.LeftOut.ShouldBe(log.Count(recorded => recorded.Stream == item.Id) - own.Count, said);
        known.Duty.ShouldBe(own.Count == 0 ? null : institution.DutyAt(Panel, moment), said);
        Text(known.Standing).ShouldBe(
            own.Count == 0 || !institution.SupporterOf(Raiser).Enrolled
                ? "null" : Text(institution.StandingAt(Raiser, moment)), said);
        var again = KnownAt.Of(item, stopped, moment);
        known.Deadlines.Entries.ShouldBe(again.Deadlines.Entries, said);
        known.Because.ShouldBe(again.Because, said);
        foreach (var missed in own.Select(recorded => recorded.Event).OfType<DeadlineMissed>())
        {
            known.Deadlines.Entries.ShouldContain(
                entry => entry.Which == missed.Which.ToString() && entry.IsMissed(moment), said);
        }
    }

    /// <summary>
    /// What the institution was meanwhile: roles, shifts and what became of them, a supporter's sessions.
    /// </summary>
    private static IEnumerable<Recorded> Behind(Random random, DateTimeOffset until)
    {
        var (start, length) = (Given.Now.AddHours(-2), until - Given.Now.AddHours(-2));
        yield return Happened(1, start, new SupporterEnrolled(Raiser, TrainedBy: null));
        for (var number = 2; number < 40; number++)
        {
            var at = start + (length * random.NextDouble());
            var senior = Seniors[random.Next(2)];
            yield return Happened(number, at, random.Next(6) switch
            {
                0 => new RoleRevoked(senior, Role.SeniorMember, Panel),
                1 => new DutyConfirmed(Panel, Guid.Empty, senior),
                2 => Shift(senior),
                3 => new SupervisionAttended(
                    Raiser, Group, Guid.NewGuid(), DateOnly.FromDateTime(at.UtcDateTime), ConfirmedByOffice: false),
                4 => new LeaveStarted(Raiser),
                _ => new RoleGranted(senior, Role.SeniorMember, Panel),
            });
        }
    }

    private static ShiftPlanned Shift(PersonId senior) => new(
        Panel, Guid.Empty, Duty.First, senior, Given.Now.AddHours(-8), Given.Now.AddDays(30));

    private static Recorded Happened(int number, DateTimeOffset at, object happened) =>
        Told.Happened(number, at, at, happened);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, EventJson.Options);
}
