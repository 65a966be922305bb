using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Tests.Audit;

/// <summary>What an institution recorded, made up for a test.</summary>
internal static class Told
{
    public static DateOnly Begins { get; } = new(2026, 10, 11);

    public static Institution Fold(IEnumerable<Recorded> log) =>
        log.Aggregate(Institution.Empty, (folded, recorded) => folded.Apply(recorded.Event, recorded.Stamp));

    public static List<Recorded> Known(IReadOnlyList<Recorded> log, DateTimeOffset moment) =>
        [.. log.Where(recorded => recorded.Stamp.RecordedAt <= moment)];

    public static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    public static List<Recorded> InOrder(IEnumerable<(DateOnly On, object Event)> happened) =>
        [.. happened.OrderBy(one => one.On).Select((one, place) => Happened(place + 1, one.On, one.Event))];

    public static Recorded Happened(int number, DateOnly on, object happened) =>
        Happened(number, Noon(on), Noon(on), happened);

    public static Recorded Happened(int number, DateTimeOffset at, DateTimeOffset occurredAt, object happened) => new(
        new StoredEvent(
            number, Guid.Empty, Guid.Empty, "behind", number, "", "{}", at, "we0007", null, null, null), happened,
        new Stamp(new("we0007"), Role.Coordinator, at, occurredAt, PolicyVersion: 0));
}
