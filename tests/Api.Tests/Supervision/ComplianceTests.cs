using System.Diagnostics;
using System.Text.Json;
using Safeguard.Api.Supervision;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Supervision;

/// <summary>How supervision was kept to, for a whole university.</summary>
public sealed class ComplianceTests(WexcombeServer wexcombe, ITestOutputHelper output) : IClassFixture<WexcombeServer>
{
    private const string Report = "/api/supervision/compliance";

    private readonly SafeguardTestServer _server = wexcombe.Server;

    /// <summary>Four hundred supporters, asked on every day of the term one by one, and counted here.</summary>
    [Fact, Trait("Rule", "R9")]
    public void The_report_says_what_the_standings_of_each_day_add_up_to()
    {
        var (institution, now) = (_server.Directory.Present, _server.Now);
        var term = ThisTerm(institution, now);
        var calendar = institution.CalendarAt(now);
        var expected = new Dictionary<string, (int Current, int Overdue, int Lapsed)>(StringComparer.Ordinal);
        foreach (var facts in institution.StandingFactsOf(institution.Supporters.Keys, now))
        {
            var standings = Days(term, calendar.Day(now))
                .Select(day => StandingOf.At(facts, calendar.Start(day.ToDateTime(new TimeOnly(12, 0)))).Standing)
                .Where(standing => standing <= Standing.Lapsed).ToList();
            if (standings.Count == 0) continue;
            var panel = institution.Person(facts.Person)?.OwnPanel?.Value ?? "";
            var (current, overdue, lapsed) = expected.GetValueOrDefault(panel);
            expected[panel] = standings.Max() switch
            {
                Standing.Lapsed => (current, overdue, lapsed + 1),
                Standing.Overdue => (current, overdue + 1, lapsed),
                _ => (current + 1, overdue, lapsed),
            };
        }

        var watch = Stopwatch.StartNew();
        var report = SupervisionCompliance.Of(institution, term, now);
        output.WriteLine($"{institution.Supporters.Count} supporters in {watch.ElapsedMilliseconds} ms");
        for (var again = 0; again < 3; again++)
        {
            watch.Restart();
            SupervisionCompliance.Of(institution, term, now);
            output.WriteLine($"again in {watch.Elapsed.TotalMilliseconds:0.0} ms");
            watch.Restart();
            ComplianceReport.Of(institution, term, now);
            output.WriteLine($"without small counts in {watch.Elapsed.TotalMilliseconds:0.0} ms");
        }

        report.ToDictionary(
            panel => panel.Panel?.Value ?? "",
            panel => (panel.CurrentThroughout, panel.OverdueOnce, panel.LapsedOnce), StringComparer.Ordinal)
            .ShouldBe(expected, ignoreOrder: true);
        report.Sum(panel => panel.SessionsOffered).ShouldBeGreaterThan(report.Sum(panel => panel.SessionsAttended));
    }

    [Fact, Trait("Rule", "R25")]
    public async Task No_small_count_is_in_the_report_whichever_way_it_is_read()
    {
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        var report = await coordinator.GetJsonAsync(Report);
        report.Status.ShouldBe(200, report.Text);
        report["items"].GetArrayLength().ShouldBeGreaterThan(40);
        foreach (var line in report["items"].EnumerateArray().Append(report["total"]))
        {
            foreach (var count in line.EnumerateObject().Where(part => part.Value.ValueKind == JsonValueKind.Object))
            {
                if (count.Value.TryGetProperty("count", out var said))
                    SmallCounts.IsSmall(said.GetInt32()).ShouldBeFalse(count.Name);
            }
        }

        var csv = await coordinator.GetJsonAsync($"{Report}?format=csv");
        var lines = csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("panel,active,");
        lines[^1].ShouldStartWith("total,");
        lines.Length.ShouldBe(report["items"].GetArrayLength() + 2);
        foreach (var cell in lines.Skip(1).SelectMany(line => line.Split(',').Skip(1)))
            (int.TryParse(cell, out var number) ? !SmallCounts.IsSmall(number) : cell is "fewer than 5" or "withheld")
                .ShouldBeTrue(cell);
    }

    [Fact]
    public async Task It_is_for_coordinators_and_for_a_term_that_there_is()
    {
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        using var supervisor = await _server.ClientAsync(Wexcombe.Supervisor);
        (await supervisor.GetJsonAsync(Report)).Status.ShouldBe(403);
        (await coordinator.GetJsonAsync($"{Report}?term=Lent%201922")).Status.ShouldBe(422);
        (await coordinator.GetJsonAsync($"{Report}?format=xml")).Status.ShouldBe(422);
        foreach (var term in _server.Directory.Present.Terms)
        {
            var report = await coordinator.GetJsonAsync($"{Report}?term={Uri.EscapeDataString(term.Name)}");
            report["term"].GetString().ShouldBe(term.Name);
        }
    }

    private static Term ThisTerm(Institution institution, DateTimeOffset now)
    {
        var today = institution.CalendarAt(now).Day(now);
        return institution.Terms.Single(term => term.Holds(today));
    }

    private static IEnumerable<DateOnly> Days(Term term, DateOnly last)
    {
        for (var day = term.Starts; day <= last; day = day.AddDays(1)) yield return day;
    }
}
