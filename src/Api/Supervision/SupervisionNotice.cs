using System.Text.Json;
using Safeguard.Api.Commands;
using Safeguard.Api.Paging;
using Safeguard.Domain;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Supervision;

/// <summary>Whom a lapse tells by e-mail (R9): the supporter and their supervisor.</summary>
internal static class SupervisionNotice
{
    public static void TellOfLapse(InstitutionChange change, PersonId supporter)
    {
        Tell(change, supporter, supporter);
        if (change.Institution.Person(supporter)?.Supervisor is { } supervisor) Tell(change, supervisor, supporter);
    }

    private static void Tell(InstitutionChange change, PersonId to, PersonId about) =>
        change.Transaction.Add(new OutboxMessage(
            StreamIds.For(Notice.AboutSupervision, $"{change.Transaction.Info.Id}/{about}/{to}"),
            Notice.AboutSupervision, JsonSerializer.Serialize(new Notice(to), EventJson.Options), change.Now));
}
