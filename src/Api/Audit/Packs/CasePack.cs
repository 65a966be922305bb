using System.Text.Json;
using Safeguard.Api.Http;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Events;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Audit.Packs;

/// <summary>
/// A case's whole history as one ZIP: what happened, who read it, who was paged, who was on duty, where its supporters
/// stood, which policy held and which deadlines were met, each for programs, for spreadsheets and on a page to print,
/// with a manifest of hashes. The same position of the log gives the same bytes.
/// </summary>
internal sealed class CasePack(PackScope scope, IEventLog log, WholeReads reads, AuditReading records)
{
    /// <summary>"WX-7K3M-pack.zip".</summary>
    public string FileName => $"{scope.Code}-pack.zip";

    /// <summary>
    /// Writes it as it is read. All of it is gone through once before the first byte, so that what cannot be told fails
    /// as an answer and not as half a file; one that was cut off opens nowhere.
    /// </summary>
    public async Task WriteAsync(Stream output, CancellationToken cancel)
    {
        var rows = new PackRows(scope, log, reads, cancel);
        var told = new PackConclusions(scope);
        await foreach (var recorded in rows.AllAsync(cancel)) told.Take(scope.RecordOf(recorded.Stream), recorded);
        var summary = await SummaryAsync(told, cancel);

        using var zip = new PackZip(output, scope.Moment, cancel);
        foreach (var table in new[] { rows.Events, rows.Pages, rows.Reads }.Concat(summary.Tables))
            await table.AddToAsync(zip);
        await zip.AddAsync("policy.json", file => JsonAsync(file, summary.Policies, summary.Policies.Count));
        await zip.AddAsync("index.html", new PackPage(scope, rows, told, summary).WriteAsync);
        await zip.AddAsync(PackPage.Stylesheet, file => PackPage.WriteStylesheetAsync(file, scope));
        await zip.AddAsync("manifest.json", file => JsonAsync(file, PackManifest.Of(scope, summary, zip.Files)));
        await zip.AddAsync("manifest.sha256", file => SumsAsync(file, zip.Files));
        await zip.FinishAsync();
    }

    private async Task<PackSummary> SummaryAsync(PackConclusions told, CancellationToken cancel)
    {
        var behind = await records.BehindAsync(told.Panels, told.People, cancel);
        var time = new ThroughTime(
            [.. behind.TakeWhile(recorded => recorded.Position <= scope.Position)], told.From, told.Until);
        IReadOnlyList<DutyLine> duty = [.. told.Panels.SelectMany(time.DutyOf)];
        IReadOnlyList<StandingLine> standings = [.. told.People.SelectMany(time.StandingOf)];
        var policies = time.Policies(told.Policies);
        return new(
            time.Present, time.Present.PolicyAt(scope.Moment).TimeZone, duty, standings,
            [
                .. from known in told.Records
                   from entry in known.Deadlines.Entries
                   select AuditDeadline.Of(known, entry),
            ],
            policies,
            time.Behind(duty.SelectMany(line => line.Because).Concat(standings.SelectMany(line => line.Because))
                .Concat(policies.SelectMany(line => line.Because))));
    }

    private static async Task<int?> JsonAsync<T>(PackFile file, T value, int? rows = null)
    {
        await file.WriteAsync(JsonSerializer.Serialize(value, Indented) + "\n");
        return rows;
    }

    /// <summary>As <c>sha256sum --check</c> reads it.</summary>
    private static async Task<int?> SumsAsync(PackFile file, IReadOnlyList<PackedFile> files)
    {
        foreach (var packed in files) await file.WriteAsync($"{packed.Sha256}  {packed.Name}\n");
        return null;
    }

    private static JsonSerializerOptions Indented { get; } = new(ApiJson.Options) { WriteIndented = true };
}

/// <summary>The short tables of a pack, with the institution that they were told of.</summary>
/// <param name="Behind">The institution's events from which duty, standings and policies followed.</param>
/// <param name="TimeZone">In which the page to print tells moments; everything else is in UTC.</param>
internal sealed record PackSummary(
    Institution Institution, string TimeZone, IReadOnlyList<DutyLine> Duty, IReadOnlyList<StandingLine> Standings,
    IReadOnlyList<AuditDeadline> Deadlines, IReadOnlyList<PolicyLine> Policies, IReadOnlyList<Recorded> Behind)
{
    public IEnumerable<PackTable> Tables =>
    [
        PackTable.Of("duty", ["panel", "from", "until", "first", "deputy", "because"], Duty),
        PackTable.Of(
            "standings",
            [
                "person", "from", "until", "standing", "since", "dueOn", "lapsesOn", "policyVersion", "because",
            ],
            Standings),
        PackRows.Behind(Behind),
        PackTable.Of(
            "deadlines",
            [
                "item", "which", "part", "dueBy", "state", "lateBySeconds", "setBy", "endedAt", "endedBy", "missedBy",
                "explainedBy",
            ],
            Deadlines),
    ];
}

/// <summary>What is in a pack and from where: the last file but one of it.</summary>
/// <param name="Format">Changes when a program that reads packs has to.</param>
/// <param name="Position">Asked for again, this position gives the same bytes.</param>
internal sealed record PackManifest(
    string Format, string Item, string CaseCode, IReadOnlyList<string> Records, long Position, DateTimeOffset Moment,
    string TimeZone, string Product, IReadOnlyList<PackedFile> Files)
{
    public static PackManifest Of(PackScope scope, PackSummary summary, IReadOnlyList<PackedFile> files) => new(
        "safeguard-case-pack/1", scope.Case.ToString(), scope.Code,
        [.. scope.Records.Select(record => record.ToString())], scope.Position, scope.Moment, summary.TimeZone,
        $"safeguard {typeof(PackManifest).Assembly.GetName().Version!.ToString(3)}", files);
}
