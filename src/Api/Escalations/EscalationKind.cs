using System.Text.Json;
using Safeguard.Api.Commands;
using Safeguard.Domain.Escalations;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Escalations;

/// <summary>
/// What is written with every change of an escalation: its row in the queue, its open items, its one next wake-up, and
/// an e-mail for every page.
/// </summary>
public static class EscalationKind
{
    public const string StreamType = "escalation";
    public const string PageByMail = "page-by-mail";

    public static StreamKind<EscalationMemory, EscalationEvent> Kind { get; } = new(
        new(StreamType, EscalationMemory.NotRaised, EscalationMemory.Evolve), Alongside);

    private static Alongside Alongside(StreamChange<EscalationMemory, EscalationEvent> change)
    {
        var before = Escalation.OpenItems(change.Stream, change.Before.State)
            .Select(x => OpenItemRow.Of(change.Stream, StreamType, x));
        var after = Escalation.OpenItems(change.Stream, change.After.State)
            .Select(item => OpenItemRow.Of(change.Stream, StreamType, item)).ToList();
        var gone = before.Where(was => after.All(item => item.Key != was.Key));
        return new Alongside
        {
            WakeUps = [new EventStore.WakeUp(change.Stream, StreamType, Escalation.NextWakeUp(change.After.State))],
            Rows =
            [
                Row(EscalationRow.Table, change.Stream.ToString(), change.After.Row with { Id = change.Stream }),
                .. after.Select(item => Row(OpenItemRow.Table, item.Key, item)),
                .. gone.Select(item => new RowWrite(OpenItemRow.Table, item.Key, null)),
            ],
            Outbox =
            [
                .. from happened in change.Events
                   where happened.Event is PageSent
                   from person in ((PageSent)happened.Event).To
                   select new OutboxMessage(
                       StreamIds.For(PageByMail, $"{happened.Id}/{person}"), PageByMail,
                       JsonSerializer.Serialize(new PageMail(change.Stream, person), EventJson.Options),
                       change.Stamp.RecordedAt),
            ],
        };
    }

    private static RowWrite Row<T>(string table, string key, T row) =>
        new(table, key, JsonSerializer.Serialize(row, EventJson.Options));
}

/// <summary>One e-mail of one page: whom to tell, and of which escalation. Never a word of it.</summary>
public sealed record PageMail(Guid Escalation, Domain.PersonId To);
