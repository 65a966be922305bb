using System.Globalization;
using System.Text.Json;
using Safeguard.Api.Reports;
using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Referrals;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain;

namespace Safeguard.Api.Tests.Reports;

/// <summary>The reports over the real server, against what was counted by hand.</summary>
public sealed class ReportsTests : IAsyncLifetime
{
    private static readonly string[] Counted = ["response-times", "urgent-contacts", "referrals", "load"];

    private SafeguardTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SafeguardTestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact, Trait("Rule", "R5")]
    public async Task Response_times_and_outcomes_are_what_a_hand_counts()
    {
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        using var desk = await _server.BrowserAsync(Wexcombe.Coordinator);
        (await ReadAsync(coordinator, "response-times"))["tables"].GetArrayLength().ShouldBe(0);
        (await desk.OpenAsync("/overview")).Find("#in-time").ShouldBeNull();
        await ElevenImmediateAsync();
        var times = await ReadAsync(coordinator, "response-times");
        // Six were taken at once and five never, and for seven minutes nobody took those.
        Cells(times, "acknowledged", "immediate").ShouldBe("6 0 5 0 11");
        (await desk.OpenAsync("/overview")).Find("#in-time ~ p")!.TextContent
            .ShouldStartWith("“I have it”: of 11, 6 in half the time promised, 0 more in time, 5 late.");
        // Half an hour is promised for the contact: those without one still have time.
        Cells(times, "contact", "immediate").ShouldBe("6 0 0 5 11");
        Cells(times, "contact", "within24Hours").ShouldBe("0 0 0 0 0");
        Cells(await ReadAsync(coordinator, "urgent-contacts"), "urgentContacts", "total").ShouldBe("5 6 0 0 11");
    }

    [Fact, Trait("Rule", "R25")]
    public async Task A_few_of_another_band_are_counted_with_the_next_on_every_page()
    {
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        await ElevenImmediateAsync();
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        for (var one = 0; one < 2; one++)
        {
            (await supporter.PutAsync($"/api/escalations/{Guid.NewGuid()}",
                new { what = "Words.", band = "within24Hours" })).Status.ShouldBe(201);
        }

        foreach (var (report, table) in new[] { ("response-times", "contact"), ("urgent-contacts", "urgentContacts") })
        {
            var rows = Table(await ReadAsync(coordinator, report), table).GetProperty("items").EnumerateArray()
                .Select(line => line.GetProperty("row").GetString()!).ToList();
            rows.Count(row => row.Contains("within24Hours+", StringComparison.Ordinal)
                || row.Contains("+within24Hours", StringComparison.Ordinal)).ShouldBe(1, string.Join(' ', rows));
        }

        await NothingSmallAsync(coordinator);
    }

    [Fact, Trait("Rule", "R24")]
    public async Task What_is_recorded_later_does_not_change_an_earlier_day()
    {
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        using var senior = await _server.ClientAsync(Wexcombe.AlderFirst);
        var waiting = await ElevenImmediateAsync();
        await _server.AdvanceAsync("P1D");
        var before = await AllAsync(coordinator, "2026-11-20");
        foreach (var id in waiting) await senior.DoesAsync(id, "acknowledgement", new { });
        using var supporter = await _server.ClientAsync(Files.Free);
        var (file, _) = await Files.OpenAsync(supporter);
        await supporter.OffersAsync(file);
        (await AllAsync(coordinator, "2026-11-20")).ShouldBe(before);
        (await ReadAsync(coordinator, "response-times", "&asOf=2026-11-19"))["tables"].GetArrayLength().ShouldBe(0);
        // The institution itself was not yet on record then.
        (await ReadAsync(coordinator, "load", "&asOf=2026-11-19"))["tables"].GetArrayLength().ShouldBe(0);
        Cells(await ReadAsync(coordinator, "load", "&asOf=2026-11-20"), "load", "total")
            .ShouldNotBe(Cells(await ReadAsync(coordinator, "load"), "load", "total"));
    }

    [Fact, Trait("Rule", "R25")]
    public async Task No_small_count_is_in_a_report_whichever_way_it_is_read()
    {
        using var supporter = await _server.ClientAsync(Files.Free);
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        for (var one = 0; one < 3; one++)
        {
            var (file, _) = await Files.OpenAsync(supporter);
            var referral = await supporter.OffersAsync(file);
            if (one == 0) await supporter.MovesAsync(referral, "withdrawal", new { reason = "Words." });
        }

        await NothingSmallAsync(auditor);
    }

    [Fact, Trait("Rule", "R12")]
    public async Task Cover_says_what_the_gaps_add_up_to()
    {
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        var institution = _server.Directory.Present;
        var term = institution.Terms.Last(known => known.Starts <= new DateOnly(2026, 11, 20));
        var starts = institution.CalendarAt(_server.Now).Start(term.Starts);
        var ends = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
        var expected = institution.Gaps(starts, ends).GroupBy(gap => (gap.Panel.Value, gap.Duty))
            .ToDictionary(gaps => gaps.Key, gaps => (int)gaps.Sum(gap => Within(gap.Starts, gap.Ends).TotalMinutes));
        var report = await ReadAsync(auditor, "cover");
        foreach (var (table, duty) in new[]
        {
            ("noSeniorMember", Domain.Rota.Duty.First), ("noDeputy", Domain.Rota.Duty.Deputy),
        })
        {
            var told = Table(report, table).GetProperty("items").EnumerateArray().ToDictionary(
                line => line.GetProperty("row").GetString()!,
                line => line.GetProperty("cells").GetProperty("total").GetProperty("count").GetInt32(),
                StringComparer.Ordinal);
            var planned = institution.Rotas.Where(rota => rota.Value.Since is not null)
                .Select(rota => rota.Key.Value).ToHashSet(StringComparer.Ordinal);
            told.Where(line => planned.Contains(line.Key)).ToDictionary(StringComparer.Ordinal)
                .ShouldBe(expected.Where(gap => gap.Key.Duty == duty)
                    .ToDictionary(gap => gap.Key.Value, gap => gap.Value, StringComparer.Ordinal), ignoreOrder: true);
        }

        TimeSpan Within(DateTimeOffset from, DateTimeOffset? until) =>
            (until < ends ? until.Value : ends) - (from > starts ? from : starts);
    }

    [Fact]
    public async Task Only_whole_terms_and_whole_days_that_have_come_can_be_asked_for()
    {
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        foreach (var asked in new[] { "asOf=2026-11-21", "asOf=2026-11-20T10:00:00Z", "term=Never", "format=xml" })
            (await coordinator.GetJsonAsync($"/api/reports/referrals?{asked}")).Status.ShouldBe(422, asked);
        using var browser = await _server.BrowserAsync(Wexcombe.Coordinator);
        (await browser.OpenAsync("/reports/referrals?asOf=2026-11-21")).Text.ShouldContain("still to come");
    }

    /// <summary>Eleven raised, six of them taken and spoken with at once; the others nobody has.</summary>
    private async Task<IReadOnlyList<Guid>> ElevenImmediateAsync()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        using var senior = await _server.ClientAsync(Wexcombe.AlderFirst);
        var raised = new List<Guid>();
        for (var one = 0; one < 11; one++) raised.Add(await supporter.RaisesAsync());
        foreach (var id in raised.Take(6))
        {
            await senior.DoesAsync(id, "acknowledgement", new { });
            await senior.DoesAsync(id, "contact", new { mode = "phone" });
        }

        await _server.AdvanceAsync("PT7M");
        return [.. raised.Skip(6)];
    }

    private async Task NothingSmallAsync(HttpClient reader)
    {
        using var browser = await _server.BrowserAsync(Wexcombe.Coordinator);
        foreach (var slug in Counted)
        {
            var report = await ReadAsync(reader, slug);
            var said = new List<string>();
            foreach (var table in report["tables"].EnumerateArray())
                foreach (var line in table.GetProperty("items").EnumerateArray())
                    foreach (var cell in line.GetProperty("cells").EnumerateObject())
                    {
                        if (cell.Value.TryGetProperty("count", out var count))
                            SmallCounts.IsSmall(count.GetInt32()).ShouldBeFalse($"{slug} {line} {cell.Name}");
                        said.Add(cell.Value.GetProperty("words").GetString()!);
                    }

            var csv = await reader.GetJsonAsync($"/api/reports/{slug}?format=csv");
            csv.Status.ShouldBe(200, csv.Text);
            csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .Select(line => line.Split(',')[^1].Trim('"'))
                .ShouldBe(said.Select(words => words), slug);
            var page = await browser.OpenAsync($"/reports/{slug}");
            foreach (var cell in page.Document.QuerySelectorAll("td, svg text").Select(cell => cell.TextContent.Trim()))
                if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    SmallCounts.IsSmall(number).ShouldBeFalse($"{slug} {cell}");
        }
    }

    private static async Task<string> AllAsync(HttpClient reader, string day)
    {
        var all = "";
        foreach (var slug in ReportBook.Slugs) all += (await ReadAsync(reader, slug, $"&asOf={day}")).Text;
        return all;
    }

    private static async Task<ApiCall> ReadAsync(HttpClient reader, string slug, string more = "")
    {
        var report = await reader.GetJsonAsync($"/api/reports/{slug}?{more}");
        report.Status.ShouldBe(200, report.Text);
        return report;
    }

    private static JsonElement Table(ApiCall report, string name) => report["tables"].EnumerateArray()
        .Single(table => table.GetProperty("name").GetString() == name);

    private static string Cells(ApiCall report, string table, string row) => string.Join(' ',
        Table(report, table).GetProperty("items").EnumerateArray()
            .Single(line => line.GetProperty("row").GetString() == row).GetProperty("cells").EnumerateObject()
            .Select(cell => cell.Value.GetProperty("words").GetString()));
}
