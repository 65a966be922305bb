using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>
/// What the raiser may see (R18): how far it has come, when more people are paged, whom to call. Nothing anybody said,
/// and no names.
/// </summary>
/// <param name="Code">The receipt's code, <c>4T9Q-2M7K</c>. It says nothing about anyone.</param>
public sealed record ReceiptView(string Id, string Code, Band Band, DateTimeOffset ReceivedAt)
{
    /// <summary>Who was asked first; null while nobody has been.</summary>
    public Rung? PagedFirst { get; init; }

    public DateTimeOffset? SeenAt { get; init; }
    public DateTimeOffset? ActedOnAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>"I have it" is due by then.</summary>
    public DateTimeOffset? ExpectedBy { get; init; }

    /// <summary>When more people are paged if nobody answers; empty once somebody has.</summary>
    public IReadOnlyList<DateTimeOffset> MorePagedAt { get; init; } = [];

    /// <summary>After that everyone is paged this often.</summary>
    public TimeSpan RepeatEvery { get; init; }

    /// <summary>When the raiser's supervisor will have been in touch; null outside the crisis bands.</summary>
    public DateTimeOffset? SupervisorBy { get; init; }

    /// <summary>When the raiser added something, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> AddedAt { get; init; } = [];

    public Refused? Refused { get; init; }

    public string Address => $"/receipts/{Id}";
}

/// <summary>Everything somebody raised, newest first.</summary>
/// <param name="Older">Where the next page of the list is; null at its end.</param>
public sealed record ReceiptsView(IReadOnlyList<ReceiptLine> Receipts, string? Older);

public sealed record ReceiptLine(string Id, string Code, Band Band, DateTimeOffset ReceivedAt, ReceiptStage Stage);
