using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Safeguard.Api.Calendar;
using Safeguard.Api.Tests.Health;
using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;
using Safeguard.Api.Tests.Supervision;

namespace Safeguard.Api.Tests.Calendar;

/// <summary>One's own sessions and duties in one's own calendar, under an address that nobody guesses.</summary>
public sealed class CalendarTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private readonly SafeguardTestServer _server = wexcombe.Server;

    [Fact, Trait("Rule", "R9")]
    public async Task A_session_is_in_the_calendar_at_its_hour_where_it_is_moved_to_and_as_cancelled()
    {
        var address = await NewAddressAsync(Groups.Member);
        using var supervisor = await _server.ClientAsync(Wexcombe.Supervisor);
        var winter = await supervisor.ScheduleAsync("2026-12-01");
        var summer = await supervisor.ScheduleAsync("2027-05-04");
        var before = await ReadAsync(address);
        Started(before, winter).ShouldBe(new(2026, 12, 1, 18, 0, 0, TimeSpan.Zero));
        Started(before, summer).ShouldBe(new(2027, 5, 4, 17, 0, 0, TimeSpan.Zero), "the clock is an hour ahead");
        before.Event(IdOf(winter))["SUMMARY"].ShouldBe("Supervision");
        ParsedCalendar.Moment(before.Event(IdOf(winter))["DTEND"])
            .ShouldBeGreaterThan(Started(before, winter));

        (await supervisor.PostAsync($"{winter}/move", new { day = "2026-12-02", startsAt = "19:30", reason = "Room" }))
            .Status.ShouldBe(204);
        (await supervisor.PostAsync($"{summer}/cancellation", new { reason = "Ill" })).Status.ShouldBe(204);
        var after = await ReadAsync(address);
        Started(after, winter).ShouldBe(new(2026, 12, 2, 19, 30, 0, TimeSpan.Zero));
        SequenceOf(after, winter).ShouldBeGreaterThan(SequenceOf(before, winter));
        (after.Event(IdOf(summer))["STATUS"], after.Event(IdOf(winter))["STATUS"])
            .ShouldBe(("CANCELLED", "CONFIRMED"));
        after.Events.Count.ShouldBe(before.Events.Count);
    }

    [Fact]
    public async Task A_session_whose_hour_nobody_knows_takes_the_day()
    {
        var calendar = await ReadAsync(await NewAddressAsync("we0255"));
        var imported = calendar.Events.First(happens => happens.ContainsKey("DTSTART;VALUE=DATE"));
        imported["DTSTART;VALUE=DATE"].Length.ShouldBe(8);
        imported["DTEND;VALUE=DATE"].ShouldNotBe(imported["DTSTART;VALUE=DATE"]);
    }

    [Fact, Trait("Rule", "R12")]
    public async Task A_duty_is_in_the_calendar_of_whoever_has_it_and_a_supervisor_has_their_groups_sessions()
    {
        var duties = await ReadAsync(await NewAddressAsync(Wexcombe.AlderFirst));
        duties.Events.ShouldContain(happens => happens["SUMMARY"] == "On duty"
            && ParsedCalendar.Moment(happens["DTSTART"]) <= _server.Now
            && ParsedCalendar.Moment(happens["DTEND"]) > _server.Now);
        var sessions = await ReadAsync(await NewAddressAsync(Wexcombe.OtherSupervisor));
        sessions.Events.ShouldContain(happens => happens["SUMMARY"] == "Supervision");
    }

    [Fact, Trait("Rule", "R25")]
    public async Task It_says_when_and_nothing_of_whom()
    {
        using var anybody = _server.Client();
        var text = await anybody.GetStringAsync(
            await NewAddressAsync(Wexcombe.Supervisor), TestContext.Current.CancellationToken);
        ParsedCalendar.Read(text).Events.Select(happens => happens["SUMMARY"]).Distinct()
            .ShouldBeSubsetOf(["Supervision", "Supervision (cancelled)", "On duty", "On duty as Deputy"]);
        foreach (var telling in new[] { "we0", "g10", "g04", "g16", "college", "Alder" })
            text.ShouldNotContain(telling, Case.Insensitive);
    }

    [Fact, Trait("Rule", "R13")]
    public async Task The_address_is_shown_once_and_ends_with_the_next_and_with_leaving()
    {
        const string Person = "we0104";
        var first = await NewAddressAsync(Person);
        using (var browser = await _server.BrowserAsync(Person))
        {
            var account = await browser.OpenAsync("/account");
            account.Html.ShouldNotContain("/calendar/");
            account.Find("form#calendar button")!.TextContent.ShouldContain("the old one ends");
            // The same form twice, by Back or a double click: no second address, and the first still works.
            var fields = account.Filled("calendar");
            (await browser.PostAsync("/account/calendar-link", fields)).Status.ShouldBe(200);
            (await browser.PostAsync("/account/calendar-link", fields)).Location.ShouldBe("/account");
        }

        (await StatusAsync(first)).ShouldBe(404);
        var second = await NewAddressAsync(Person);
        (await StatusAsync(second)).ShouldBe(200);
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        (await coordinator.PostAsync($"/api/people/{Person}/departure", new { })).Status.ShouldBe(204);
        (await StatusAsync(second)).ShouldBe(404);
        using var gone = await _server.BrowserAsync(Person);
        (await gone.OpenAsync("/account")).Find("form#calendar").ShouldBeNull();
        (await StatusAsync($"/calendar/{CalendarSecret.New()}.ics")).ShouldBe(404);
        (await StatusAsync("/calendar/a.ics")).ShouldBe(404);
    }

    [Fact, Trait("Rule", "R25")]
    public async Task The_secret_is_in_no_log_trace_metric_or_table()
    {
        var heard = new HeardLog();
        var traced = new ConcurrentQueue<string>();
        using var traces = new ActivityListener
        {
            // Not the test's own client, which may know where it goes.
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "Npgsql"
                || source.Name.StartsWith("Safeguard", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => traced.Enqueue($"{span.DisplayName} {string.Join(' ', span.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(traces);
        await using var server = await SafeguardTestServer.StartAsync();
        server.Parts.GetRequiredService<ILoggerFactory>().AddProvider(heard);
        using var measured = new Measured();
        var address = await NewAddressAsync(Groups.Member, server);
        var secret = address.Split('/')[^1].Split('.')[0];
        secret.Length.ShouldBe(CalendarSecret.Length);
        using var anybody = server.Client();
        (await StatusAsync(address, server)).ShouldBe(200);
        await anybody.PostAsync(address, new { });
        await anybody.GetJsonAsync($"/calendar/{secret}");
        measured.Read();
        traced.ShouldContain(span => span.Contains("/calendar", StringComparison.Ordinal));
        foreach (var told in traced.Concat(measured.Tags).Concat(heard.Lines)) told.ShouldNotContain(secret);
        foreach (var row in await EventsAsync(server)) row.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Whoever_asks_without_end_is_told_to_wait()
    {
        await using var server = await SafeguardTestServer.StartAsync(institution: null);
        var answers = new List<int>();
        for (var asked = 0; asked < 125; asked++)
            answers.Add(await StatusAsync($"/calendar/{CalendarSecret.New()}.ics", server));
        answers.Take(100).ShouldAllBe(status => status == 404);
        answers.ShouldContain(429);
    }

    [Theory]
    [InlineData("a, b; c\\d\ne", "a\\, b\\; c\\\\d\\ne")]
    [InlineData("Supervision", "Supervision")]
    public void What_means_something_to_the_format_is_escaped(string text, string written) =>
        CalendarFile.Escaped(text).ShouldBe(written);

    [Fact]
    public void A_long_line_goes_on_in_the_next_and_never_in_the_middle_of_a_character()
    {
        var line = "SUMMARY:" + string.Concat(Enumerable.Repeat("Łódź 🕯 ", 40));
        var folded = CalendarFile.Folded(line);
        folded.Split("\r\n").ShouldAllBe(part => System.Text.Encoding.UTF8.GetByteCount(part) <= 75);
        folded.Split("\r\n").Skip(1).ShouldAllBe(part => part.StartsWith(' '));
        folded.Replace("\r\n ", "", StringComparison.Ordinal).ShouldBe(line);
    }

    private async Task<string> NewAddressAsync(string person, SafeguardTestServer? server = null)
    {
        using var browser = await (server ?? _server).BrowserAsync(person);
        var made = await browser.SubmitAsync(await browser.OpenAsync("/account"), "calendar");
        made.Status.ShouldBe(200, made.Text);
        return new Uri(made.Find(".code")!.TextContent.Trim()).AbsolutePath;
    }

    private async Task<int> StatusAsync(string address, SafeguardTestServer? server = null)
    {
        using var anybody = (server ?? _server).Client();
        return (await anybody.GetJsonAsync(address)).Status;
    }

    private async Task<ParsedCalendar> ReadAsync(string address)
    {
        using var anybody = _server.Client();
        using var answer = await anybody.GetAsync(address, TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        return ParsedCalendar.Read(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string IdOf(string session) => session.Split('/')[^1];

    private static DateTimeOffset Started(ParsedCalendar calendar, string session) =>
        ParsedCalendar.Moment(calendar.Event(IdOf(session))["DTSTART"]);

    private static int SequenceOf(ParsedCalendar calendar, string session) =>
        int.Parse(calendar.Event(IdOf(session))["SEQUENCE"], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<List<string>> EventsAsync(SafeguardTestServer server)
    {
        await using var command = server.Parts.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select e::text from mt_events e union all select c::text from commands c");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
