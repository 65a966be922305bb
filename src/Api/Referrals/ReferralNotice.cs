using Safeguard.Api.Paging;
using Safeguard.Domain;
using Safeguard.Domain.Referrals;
using Safeguard.EventStore;
using Safeguard.Projections.Events;
using System.Text.Json;

namespace Safeguard.Api.Referrals;

/// <summary>
/// Whom an event of a referral tells by e-mail: that something waits for them, never what. A new owner has heard of the
/// case file already.
/// </summary>
internal static class ReferralNotice
{
    public static IEnumerable<OutboxMessage> Of(Guid id, ReferralEvent happened, PersonId owner, Stamp stamp) =>
        from person in Told(happened, owner).Distinct()
        where person != stamp.By && person != PersonId.System
        select new OutboxMessage(
            StreamIds.For(Notice.AboutReferral, $"{id}/{person}"), Notice.AboutReferral,
            JsonSerializer.Serialize(new Notice(person), EventJson.Options), stamp.RecordedAt);

    private static IEnumerable<PersonId> Told(ReferralEvent happened, PersonId owner) => happened switch
    {
        ReferralReminded e => e.To,
        ReferralUnanswered e => e.Told,
        ReferralDeclined or ReferralDidNotAttend => [owner],
        _ => [],
    };
}
