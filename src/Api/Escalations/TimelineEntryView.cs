using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Escalations;

/// <summary>One thing that happened, with both clocks.</summary>
/// <param name="Number">Its place in the stream, from 1; its address on the page is <c>#event-N</c>.</param>
/// <param name="Title">What happened, by whom: "Acknowledged by you".</param>
/// <param name="RecordedAt">The server's moment; every deadline runs from it.</param>
/// <param name="OccurredAt">When the person says it happened; equal to the minute reads "as it happened".</param>
public sealed record TimelineEntryView(
    long Number, IconName Icon, Tone Tone, string Title, DateTimeOffset RecordedAt, DateTimeOffset OccurredAt)
{
    /// <summary>Facts beside the title, in the product's words.</summary>
    public string? Detail { get; init; }

    /// <summary>What somebody typed; shown as a quotation.</summary>
    public string? Words { get; init; }

    /// <summary>Whether it was corrected since: it stays to be read, struck through (R2).</summary>
    public bool IsCorrected { get; init; }

    /// <summary>Whether this is a missed deadline that still wants its reason.</summary>
    public bool MayExplain { get; init; }
}
