using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>
/// What the raiser may see (R18): how far it has come, when more people are paged, whom to call. Nothing anybody said,
/// and no names.
/// </summary>
public sealed record ReceiptView(string Id, ReceiptStatus Status)
{
    /// <summary>Who was asked first; null while nobody has been.</summary>
    public Rung? PagedFirst { get; init; }

    /// <summary>When the raiser added something, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> AddedAt { get; init; } = [];

    public Refused? Refused { get; init; }

    public string Address => $"/receipts/{Id}";
}

/// <summary>Everything somebody raised, newest first.</summary>
/// <param name="Older">Where the next page of the list is; null at its end.</param>
public sealed record ReceiptsView(IReadOnlyList<ReceiptLine> Receipts, string? Older);

public sealed record ReceiptLine(string Id, string Code, Band Band, DateTimeOffset ReceivedAt, ReceiptStage Stage);
