using Safeguard.Api.Paging;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.EventStore;
using Safeguard.Projections.Events;
using System.Text.Json;

namespace Safeguard.Api.CaseFiles;

/// <summary>Whom an event of a case file tells by e-mail: that something waits for them, never what.</summary>
internal static class CaseFileNotice
{
    public static IEnumerable<OutboxMessage> Of(Guid id, CaseFileEvent happened, Stamp stamp) =>
        from person in Told(happened).Distinct()
        where person != stamp.By && person != PersonId.System
        select new OutboxMessage(
            StreamIds.For(Notice.AboutCaseFile, $"{id}/{person}"), Notice.AboutCaseFile,
            JsonSerializer.Serialize(new Notice(person), EventJson.Options), stamp.RecordedAt);

    private static IEnumerable<PersonId> Told(CaseFileEvent happened) => happened switch
    {
        HighLoadNoticed { Told: { } told } => [told],
        ReceivedAttached e => [e.Told],
        CaseFileReopened e => e.Told,
        HandoverOffered e => [e.To],
        HandoverOfferLapsed e => e.Told,
        HandoverAsked e => [e.Of],
        CaseFileReassigned e => [e.To],
        CaseItemReassigned e => [e.To],
        CaseQuestionAsked e => [e.Of],
        CaseFileResolved e => [e.AskedToClose],
        CaseDeadlineMissed e => e.Told,
        _ => [],
    };
}
