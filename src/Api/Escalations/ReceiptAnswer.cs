using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>The raiser's receipt as the API tells it (R18): never content, never a name of anyone.</summary>
/// <param name="Receipt">The code, <c>4T9Q-2M7K</c>.</param>
/// <param name="SeenBy">By when we expect that a person has it; absent once one had.</param>
/// <param name="MorePeopleAt">When more people are paged if nobody answers.</param>
/// <param name="DebriefBy">By when the raiser's supervisor will be in touch.</param>
public sealed record ReceiptAnswer(
    Guid Id, string Receipt, ReceiptStage Stage, Band Band, DateTimeOffset ReceivedAt,
    DateTimeOffset? SeenAt, DateTimeOffset? SeenBy, DateTimeOffset? ActedOnAt, DateTimeOffset? FinishedAt,
    IReadOnlyList<DateTimeOffset> MorePeopleAt, DateTimeOffset? DebriefBy)
{
    public static ReceiptAnswer Of(EscalationHistory history)
    {
        var status = ReceiptStatus.Of(history.State, history.Context);
        return new(
            history.Id, status.Code, status.Stage, status.Band, status.ReceivedAt, status.SeenAt, status.SeenBy,
            status.ActedOnAt, status.FinishedAt, status.MorePeopleAt, status.DebriefBy);
    }
}
