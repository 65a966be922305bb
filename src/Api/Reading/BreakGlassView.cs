using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Access;

namespace Safeguard.Api.Reading;

/// <summary>The form that opens a record outside one's scope.</summary>
/// <param name="OpenFor">How long it stays open.</param>
/// <param name="ReviewWithin">In working days.</param>
public sealed record BreakGlassView(TimeSpan OpenFor, int ReviewWithin)
{
    /// <summary>An auditor sees names by it, and no words.</summary>
    public bool NamesOnly { get; init; }

    /// <summary>The record that the address asks for.</summary>
    public string? Item { get; init; }
    public Refused? Refused { get; init; }
}

/// <summary>What was opened: waiting for a review, soonest due first, and reviewed lately.</summary>
public sealed record BreakGlassReviewsView(
    IReadOnlyList<BreakGlassLine> Due, IReadOnlyList<BreakGlassDoneLine> Reviewed)
{
    public Refused? Refused { get; init; }
}

/// <param name="What">"urgent contact 4T9Q".</param>
/// <param name="Who">Who opened it.</param>
/// <param name="Reviewer">Who owes the review.</param>
/// <param name="MayReview">Somebody else than who opened it.</param>
public sealed record BreakGlassLine(
    string Id, string What, string Who, string Reason, DateTimeOffset OpenedAt, DateTimeOffset ReviewBy, bool Late,
    string Reviewer, bool MayReview)
{
    public string Form => $"review-{Id}";
}

public sealed record BreakGlassDoneLine(
    string What, string Who, DateTimeOffset OpenedAt, string ReviewedBy, DateTimeOffset ReviewedAt,
    BreakGlassOutcome Outcome);

/// <summary>Outcomes in words.</summary>
internal static class BreakGlassWords
{
    public static IReadOnlyList<Choice> Outcomes { get; } =
    [
        .. Enum.GetValues<BreakGlassOutcome>().Select(outcome => new Choice(outcome.ToString(), Of(outcome))),
    ];

    public static string Of(BreakGlassOutcome outcome) => outcome switch
    {
        BreakGlassOutcome.Justified => "It was justified",
        BreakGlassOutcome.NotJustified => "It was not justified",
        _ => "It needs to be followed up",
    };
}
