using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>
/// One page with one view, as one person sees it at one moment: what the page tests and screenshots look at.
/// </summary>
public sealed record Sample(string Name, Type Page, object View, Frame Frame)
{
    /// <summary>Every sample of every page. A page without one is a failing test.</summary>
    public static IReadOnlyList<Sample> All { get; } =
    [
        .. RaisingSamples.All, .. QueueSamples.All, .. EscalationSamples.All, .. OfficeSamples.All, .. CoverSamples.All,
        .. OwedSamples.All, .. SupervisionOfficeSamples.All, .. SupervisionSamples.All,
        .. GroupSamples.All, .. RegisterSamples.All,
        .. ReadingSamples.All, .. CaseFileSamples.All, .. ReferralSamples.All, .. AuditSamples.All,
        .. ReportSamples.All,
    ];

    public static Sample Of<TPage, TView>(string name, TView view, Frame frame)
        where TPage : Page<TView>
        where TView : class => new(name, typeof(TPage), view, frame);

    public override string ToString() => Name;
}
