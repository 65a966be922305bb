using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Access;
using Safeguard.Domain.Audit;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Audit;

/// <summary>Deadlines of a period, samples and findings.</summary>
public sealed class AuditListPages(
    DeadlineAudit deadlines, SampleDrawing samples, FindingRecording findings, AuditReading records,
    InstitutionDirectory directory, PageFrame frames)
{
    public const string Deadlines = "/audit/deadlines";
    public const string Samples = "/audit/samples";
    public const string Findings = "/audit/findings";

    public static void MapAuditListPages(IEndpointRouteBuilder app)
    {
        app.MapGet(Deadlines, (HttpContext http, AuditListPages pages) => pages.DeadlinesAsync(http))
            .For(DrawSampleEndpoint.Auditors).ExcludeFromDescription();
        app.MapGet(Samples, (HttpContext http, AuditListPages pages) => pages.SamplesAsync(http))
            .For(DrawSampleEndpoint.Auditors).ExcludeFromDescription();
        app.MapGet(Findings, (HttpContext http, AuditListPages pages) => pages.FindingsAsync(http))
            .For(DrawSampleEndpoint.Auditors).ExcludeFromDescription();
    }

    private IReadOnlyList<Choice> Panels =>
        [.. directory.Present.Panels.Select(panel => new Choice(panel.Id.Value, panel.Name))];

    public async Task<IResult> SamplesAsync(HttpContext http, Refused? refused = null, int status = 200)
    {
        var (drawn, cancel) = (await samples.OfAsync(http.Caller(), http.RequestAborted), http.RequestAborted);
        var names = await records.NamesAsync([.. drawn.SelectMany(sample => sample.Items).Select(Item)], cancel);
        var view = new AuditSamplesView(Panels,
        [
            .. drawn.Select(sample => new AuditSampleCard(
                sample.Id.ToString(), directory.Present.PanelName(sample.Panel), sample.Seed, sample.OutOf,
                sample.From, sample.To, sample.DrawnAt, [.. sample.Items.Select(item => Link(Item(item), names))])),
        ]);
        return PageResult.Show<AuditSamplesPage, AuditSamplesView>(
            frames.For(http), view with { Refused = refused }, status);
    }

    public async Task<IResult> FindingsAsync(HttpContext http, Refused? refused = null, int status = 200)
    {
        var found = await findings.OfAsync(http.Caller(), http.RequestAborted);
        var names = await records.NamesAsync([.. found.Select(finding => Item(finding.Item))], http.RequestAborted);
        var view = new AuditFindingsView(http.Request.Query["item"],
        [
            .. found.Select(finding => new AuditFindingCard(
                finding.Id.ToString(), Link(Item(finding.Item), names), AuditWords.Of(finding.Kind),
                finding.Words ?? "", finding.Event ?? 0, finding.RecordedAt)),
        ]);
        return PageResult.Show<AuditFindingsPage, AuditFindingsView>(
            frames.For(http), view with { Refused = refused }, status);
    }

    private async Task<IResult> DeadlinesAsync(HttpContext http)
    {
        var (query, cancel) = (http.Request.Query, http.RequestAborted);
        var (asked, faults) = deadlines.Read(query["from"], query["to"], query["panel"], query["after"]);
        var found = faults.Count > 0
            ? new([], [], 0, 0, null)
            : await deadlines.OfAsync(http.Caller(), asked, cancel);
        var names = await records.NamesAsync(found.Items, cancel);
        var view = new AuditDeadlinesView(
            asked.From, asked.To, asked.Panel?.Value, Panels,
            [
                .. found.Shown.Zip(found.Items, (deadline, item) => AuditDeadlineLine.Of(deadline) with
                {
                    Stream = item.ToString(),
                    Name = names.GetValueOrDefault(item, item.Kind),
                }),
            ],
            found.Met, found.Missed, found.Next)
        {
            Faults = faults,
        };
        return PageResult.Show<AuditDeadlinesPage, AuditDeadlinesView>(
            frames.For(http), view, faults.Count > 0 ? 422 : 200);
    }

    private static MenuItem Link(ReadItem item, IReadOnlyDictionary<ReadItem, string> names) =>
        new(AuditHistoryPages.AddressOf(item), Sentence.Capital(names.GetValueOrDefault(item, item.Kind)));

    private static ReadItem Item(string written)
    {
        var parts = written.Split(':', 2);
        return new(parts[0], Guid.Parse(parts[1]));
    }
}

/// <summary>Kinds of findings in words.</summary>
internal static class AuditWords
{
    public static IReadOnlyList<Choice> Kinds { get; } =
        [.. Enum.GetValues<FindingKind>().Select(kind => new Choice(kind.ToString(), Of(kind)))];

    public static string Of(FindingKind kind) => kind switch
    {
        FindingKind.GoodPractice => "Good practice",
        FindingKind.Observation => "An observation",
        FindingKind.Concern => "A concern",
        _ => "A rule was broken",
    };
}
