using System.Text.Json;
using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Supervision;

/// <summary>A neutral e-mail to somebody about supervision: that something waits for them, never what (R9).</summary>
/// <param name="To">Who is told.</param>
public sealed record SupervisionNotice(PersonId To)
{
    /// <summary>Everything that the e-mail says: no name, and nothing of what it is about.</summary>
    public const string Text = "Something about supervision needs you. Sign in to see it.";

    /// <summary>The kind of its outbox message.</summary>
    public const string ByMail = "notice-by-mail";

    /// <summary>The supporter and their supervisor are told of a lapse.</summary>
    public static void TellOfLapse(InstitutionChange change, PersonId supporter)
    {
        ArgumentNullException.ThrowIfNull(change);
        Tell(change, supporter, supporter);
        if (change.Institution.Person(supporter)?.Supervisor is { } supervisor) Tell(change, supervisor, supporter);
    }

    private static void Tell(InstitutionChange change, PersonId to, PersonId about) =>
        change.Transaction.Add(new OutboxMessage(
            StreamIds.For(ByMail, $"{change.Transaction.Info.Id}/{about}/{to}"), ByMail,
            JsonSerializer.Serialize(new SupervisionNotice(to), EventJson.Options), change.Now));
}
