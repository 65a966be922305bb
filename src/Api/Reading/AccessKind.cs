using System.Text.Json;
using Safeguard.Api.Commands;
using Safeguard.Api.Paging;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.EventStore;
using Safeguard.Projections.Events;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Reading;

/// <summary>
/// What is written with every change of a person's stream of reading: what they opened outside their scope, the reviews
/// that are owed for it, its next wake-up, and an e-mail to everyone who is told. A mere reading writes none of it.
/// </summary>
public static class AccessKind
{
    public const string StreamType = AccessHistory.StreamType;

    public static StreamKind<AccessHistory, AccessEvent> Kind { get; } = new(AccessHistory.Aggregate, Alongside);

    /// <summary>That person's stream.</summary>
    public static Guid StreamOf(PersonId person) => StreamIds.For(StreamType, person.Value);

    private static Alongside Alongside(StreamChange<AccessHistory, AccessEvent> change)
    {
        var (before, after) = (change.Before.NextWakeUp, change.After.NextWakeUp);
        return new()
        {
            WakeUps = before == after ? [] : [new WakeUp(change.Stream, StreamType, after)],
            Rows = [.. Glasses(change), .. Owed(change)],
            Outbox =
            [
                .. from happened in change.Events
                   where happened.Event is BreakGlassOpened
                   from person in ((BreakGlassOpened)happened.Event).Told
                   select new OutboxMessage(
                       StreamIds.For(Notice.AboutBreakGlass, $"{happened.Id}/{person}"), Notice.AboutBreakGlass,
                       JsonSerializer.Serialize(new Notice(person), EventJson.Options),
                       change.Stamp.RecordedAt),
            ],
        };
    }

    private static IEnumerable<RowWrite> Glasses(StreamChange<AccessHistory, AccessEvent> change) =>
        change.Events.Select(known => known.Event).OfType<BreakGlassEvent>()
            .Select(happened => AccessReadModels.GlassRow(change.After, happened, change.Stamp)).OfType<RowWrite>()
            .GroupBy(row => row.Key, StringComparer.Ordinal).Select(same => same.Last());

    private static IEnumerable<RowWrite> Owed(StreamChange<AccessHistory, AccessEvent> change)
    {
        var before = AccessReadModels.ItemRows(change.Stream, change.Before);
        var after = AccessReadModels.ItemRows(change.Stream, change.After);
        return after.Except(before)
            .Concat(before.Where(was => after.All(item => item.Key != was.Key)).Select(was => was with { Doc = null }));
    }
}
