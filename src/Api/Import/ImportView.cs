using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Import;

/// <summary>The import, and what the last one came to.</summary>
public sealed record ImportView
{
    public ImportReport? Report { get; init; }

    /// <summary>The report is of a check only: nothing was to be stored.</summary>
    public bool DryRun { get; init; }

    public Refused? Refused { get; init; }
}
