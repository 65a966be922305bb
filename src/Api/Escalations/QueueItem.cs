using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Escalations;

/// <summary>One escalation as lists and live events show it: states, clocks and ids.</summary>
public sealed record QueueItem(
    Guid Id, string ShortCode, EscalationState State, Band Band, PanelId? Panel, PersonId Owner,
    PersonId? AcknowledgedBy,
    DateTimeOffset RaisedAt, DateTimeOffset AcknowledgeBy, DateTimeOffset RespondBy, DateTimeOffset? ContactAt,
    DateTimeOffset? NextPageAt, DateTimeOffset? NextWakeUp, int OpenQuestions, long Version)
{
    public static QueueItem Of(EscalationRow row) => new(
        row.Id, row.ShortCode, row.State, row.Band, row.Panel, row.Owner, row.AcknowledgedBy, row.RaisedAt,
        row.AcknowledgeBy, row.RespondBy, row.ContactAt, row.NextPageAt, row.NextWakeUp, row.OpenQuestions,
        row.Version);
}
