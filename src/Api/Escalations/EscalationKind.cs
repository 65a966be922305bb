using System.Text.Json;
using Safeguard.Api.CaseFiles;
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
    public const string StreamType = EscalationReadModels.StreamType;
    public const string PageByMail = "page-by-mail";

    public static StreamKind<EscalationMemory, EscalationEvent> Kind { get; } = new(
        new(StreamType, EscalationMemory.NotRaised, EscalationMemory.Evolve), Alongside);

    private static Alongside Alongside(StreamChange<EscalationMemory, EscalationEvent> change) =>
        new()
        {
            WakeUps =
            [
                new EventStore.WakeUp(change.Stream, StreamType, Escalation.NextWakeUp(change.After.State)),
                .. CaseLink(change),
            ],
            Rows = EscalationReadModels.Writes(change.Stream, change.Before, change.After),
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

    /// <summary>The case file that it names hears of its being raised, reopened or closed.</summary>
    private static IEnumerable<EventStore.WakeUp> CaseLink(StreamChange<EscalationMemory, EscalationEvent> change) =>
        change.After.State.CaseFile is not null && change.Before.State.IsOpen != change.After.State.IsOpen
            ? [new(change.Stream, CaseLinkWakeUp.Name, change.Stamp.RecordedAt)]
            : [];
}

/// <summary>One e-mail of one page: whom to tell, and of which escalation. Never a word of it.</summary>
public sealed record PageMail(Guid Escalation, Domain.PersonId To);
