using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>
/// What the raiser may see (R18): how far it has come, when more people are paged, whom to call. Nothing anybody said,
/// and no names; but what they are asked, so that they can answer.
/// </summary>
public sealed record ReceiptView(string Id, ReceiptStatus Status)
{
    /// <summary>Who was asked first; null while nobody has been.</summary>
    public Rung? PagedFirst { get; init; }

    /// <summary>When the raiser added something, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> AddedAt { get; init; } = [];

    /// <summary>Open questions to the raiser.</summary>
    public IReadOnlyList<AskedView> Questions { get; init; } = [];

    public Refused? Refused { get; init; }

    public string Address => $"/receipts/{Id}";

    public static ReceiptView Of(EscalationHistory history)
    {
        var added = history.Events.Where(recorded => recorded.Event is AdditionMade);
        return new(history.Id.ToString(), ReceiptStatus.Of(history.State, history.Context))
        {
            PagedFirst = FirstPaged(history),
            AddedAt = [.. added.Select(recorded => recorded.Stamp.RecordedAt)],
            Questions = AskedView.To(history.State.Raiser, history),
        };
    }

    private static Rung? FirstPaged(EscalationHistory history)
    {
        var first = history.Events.Select(recorded => recorded.Event).OfType<PageSent>()
            .FirstOrDefault(page => page.Rung >= 0);
        var steps = history.Raised.Ladder.Steps;
        return first is not null && first.Rung < steps.Count ? steps[first.Rung].Who : null;
    }
}

/// <summary>Everything somebody raised, newest first.</summary>
/// <param name="Older">Where the next page of the list is; null at its end.</param>
public sealed record ReceiptsView(IReadOnlyList<ReceiptLine> Receipts, string? Older);

public sealed record ReceiptLine(string Id, string Code, Band Band, DateTimeOffset ReceivedAt, ReceiptStage Stage)
{
    public static ReceiptLine Of(Projections.EscalationQueue.EscalationRow row) => new(
        row.Id.ToString(), row.Receipt, row.Band, row.RaisedAt, ReceiptStatus.StageOf(row.State, row.ContactAt));
}
