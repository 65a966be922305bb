using System.Security.Cryptography;
using System.Text.Json;
using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Reading;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain.Access;

namespace Safeguard.Api.Tests.Audit;

/// <summary>An auditor takes a case's whole history away as one file that anybody can check.</summary>
[Trait("Rule", "R24")]
public sealed class CasePackTests : IAsyncLifetime
{
    private const string Words = "Only its readers know this sentence.";

    private static readonly string[] Tables = ["events", "pages", "reads", "duty", "standings", "behind", "deadlines"];

    private SafeguardTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SafeguardTestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Every_hash_of_it_verifies_and_a_byte_that_was_added_is_found()
    {
        var (file, code, _) = await LivedAsync();
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        var pack = UnpackedCase.Of(await TakeAsync(auditor, code));

        pack.Names.ShouldBe([
            .. Tables.SelectMany(name => new[] { $"{name}.json", $"{name}.csv" }),
            "policy.json", "index.html", "pack.css", "manifest.json", "manifest.sha256",
        ]);
        var manifest = pack.Manifest;
        manifest.GetProperty("item").GetString().ShouldBe($"case-file:{file}");
        manifest.GetProperty("caseCode").GetString().ShouldBe(code);
        foreach (var listed in manifest.GetProperty("files").EnumerateArray())
        {
            var name = listed.GetProperty("name").GetString()!;
            var bytes = await File.ReadAllBytesAsync(Path.Combine(pack.Directory, name));
            listed.GetProperty("bytes").GetInt64().ShouldBe(bytes.Length);
            listed.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        foreach (var table in Tables)
        {
            var rows = pack.Rows(table).Count;
            rows.ShouldBeGreaterThan(0, table);
            pack.Cells(table).Count.ShouldBe(rows + 1, table);
            Listed(manifest, $"{table}.csv").GetProperty("rows").GetInt32().ShouldBe(rows, table);
        }

        var (intact, said) = await pack.VerifyAsync();
        intact.ShouldBe(0, said);
        await File.AppendAllTextAsync(Path.Combine(pack.Directory, "reads.csv"), "x");
        (intact, said) = await pack.VerifyAsync();
        intact.ShouldNotBe(0);
        said.ShouldContain("reads.csv: FAILED");
    }

    /// <summary>From which events the first line of that table follows; all of them are in the pack.</summary>
    private static IReadOnlyList<string> Behind(UnpackedCase pack, string table) =>
    [
        .. from ground in pack.Rows(table)[0].GetProperty("because").EnumerateArray()
           select pack.Rows("behind").Single(told =>
               Is(told, "stream", ground.GetProperty("stream").GetString()!)
               && told.GetProperty("n").GetInt32() == ground.GetProperty("n").GetInt32())
               .GetProperty("event").GetString()!,
    ];

    [Fact]
    public async Task It_holds_what_happened_and_everybody_who_read_was_paged_or_was_on_duty()
    {
        var (file, code, escalation) = await LivedAsync();
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        var pack = UnpackedCase.Of(await TakeAsync(auditor, code));

        var events = pack.Rows("events");
        events.Select(happened => happened.GetProperty("item").GetString()).Distinct()
            .ShouldBe([$"case-file:{file}", $"escalation:{escalation}"]);
        var positions = events.Select(happened => happened.GetProperty("position").GetInt64()).ToList();
        positions.ShouldBe(positions.Order());
        positions[^1].ShouldBeLessThanOrEqualTo(pack.Manifest.GetProperty("position").GetInt64());
        var logged = events.First(happened => happened.GetProperty("event").GetString() == "ContactLogged");
        logged.GetProperty("facts").GetProperty("minutes").GetInt32().ShouldBe(30);
        logged.GetProperty("occurredAt").GetDateTimeOffset()
            .ShouldBeLessThan(logged.GetProperty("at").GetDateTimeOffset().AddMinutes(-19));

        pack.Rows("pages").ShouldContain(page =>
            Is(page, "person", Wexcombe.AlderFirst) && Is(page, "outcome", "sent"));
        pack.Rows("reads").ShouldContain(read =>
            Is(read, "person", Wexcombe.AlderFirst) && Is(read, "purpose", "Response"));
        pack.Rows("reads").ShouldContain(read => Is(read, "person", Wexcombe.Auditor) && Is(read, "purpose", "Export"));
        pack.Rows("duty")[0].GetProperty("first").GetString().ShouldBe(Wexcombe.AlderFirst);
        pack.Rows("duty")[0].GetProperty("deputy").GetString().ShouldBe(Wexcombe.AlderDeputy);
        Is(pack.Rows("standings")[0], "person", Wexcombe.Supporter).ShouldBeTrue();
        Is(pack.Rows("standings")[0], "standing", "Current").ShouldBeTrue();
        Behind(pack, "duty").ShouldContain("ShiftPlanned");
        Behind(pack, "standings").ShouldContain("SupervisionAttended");
        var missed = pack.Rows("deadlines").First(due => Is(due, "which", "AcknowledgeBy"));
        Is(missed, "state", "missed").ShouldBeTrue();
        missed.GetProperty("lateBySeconds").GetInt64().ShouldBeInRange(60, 179);
        pack.Rows("policy").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task It_is_the_whole_case_by_whichever_of_its_records_it_is_asked_for()
    {
        var (file, _, escalation) = await LivedAsync();
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        var pack = UnpackedCase.Of(await TakeAsync(auditor, $"escalation:{escalation}"));
        pack.Manifest.GetProperty("records").EnumerateArray().Select(record => record.GetString())
            .ShouldBe([$"case-file:{file}", $"escalation:{escalation}"]);
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var alone = await supporter.RaisesAsync(Words);
        pack = UnpackedCase.Of(await TakeAsync(auditor, alone.ToString()));
        pack.Manifest.GetProperty("item").GetString().ShouldBe($"escalation:{alone}");
    }

    [Fact]
    public async Task The_same_position_gives_the_same_bytes_whatever_was_recorded_since()
    {
        var (_, code, escalation) = await LivedAsync();
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        var first = await TakeAsync(auditor, code);
        var position = UnpackedCase.Of(first).Manifest.GetProperty("position").GetInt64();
        using var senior = await _server.ClientAsync(Wexcombe.AlderFirst);
        await senior.DoesAsync(escalation, "contact", new { mode = "phone", note = Words });
        await _server.AdvanceAsync("PT30M");

        (await TakeAsync(auditor, $"{code}?position={position}")).ShouldBe(first);
        (await TakeAsync(auditor, code)).ShouldNotBe(first);
        foreach (var nothing in new[] { "0", "1", "999999999" })
            (await auditor.GetJsonAsync($"/api/audit/exports/{code}?position={nothing}")).Status.ShouldBe(422, nothing);
    }

    [Fact]
    [Trait("Rule", "R17")]
    public async Task That_it_was_taken_is_on_record_each_time_and_where_it_cannot_be_nothing_is_sent()
    {
        var (file, code, escalation) = await LivedAsync();
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        for (var times = 1; times <= 2; times++)
        {
            await TakeAsync(auditor, code);
            var taken = (await _server.ReadingOfAsync(Wexcombe.Auditor)).OfType<RecordRead>()
                .Where(read => read.Purpose == ReadPurpose.Export).Select(read => read.Item).ToList();
            taken.Count.ShouldBe(2 * times);
            taken.Distinct().ShouldBe([new("case-file", file), new("escalation", escalation)]);
        }

        await _server.TurnReadOnlyAsync();
        var refused = await auditor.GetJsonAsync($"/api/audit/exports/{code}");
        (refused.Status, refused.Code).ShouldBe((503, "read.notRecorded"));
    }

    [Fact]
    public async Task It_is_for_auditors_alone_and_of_what_there_is()
    {
        var (_, code, _) = await LivedAsync();
        string[] others =
            [Wexcombe.Coordinator, Wexcombe.AlderFirst, Wexcombe.Supporter, Wexcombe.DataProtection];
        foreach (var person in others)
        {
            using var other = await _server.ClientAsync(person);
            (await other.GetJsonAsync($"/api/audit/exports/{code}")).Status.ShouldBe(403, person);
        }

        using var auditor = await _server.BrowserAsync(Wexcombe.Auditor);
        (await auditor.GetJsonAsync("/api/audit/exports/WX-ZZZZ")).Status.ShouldBe(404);
        var page = await auditor.OpenAsync($"/audit/history/{code}");
        var leads = page.Document.QuerySelectorAll("a").First(link => link.TextContent.Contains("Export"));
        using var taken = await auditor.GetAsync(leads.GetAttribute("href"));
        taken.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{code}-pack.zip");
    }

    [Fact]
    public async Task No_name_and_no_word_is_in_it_and_no_cell_of_it_is_a_formula()
    {
        var (_, code, _) = await LivedAsync();
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        var pack = UnpackedCase.Of(await TakeAsync(auditor, code));
        var names = _server.Directory.Present.Everybody.Select(person => person.Name).OfType<string>().ToList();
        names.Count.ShouldBeGreaterThan(400);
        foreach (var name in pack.Names)
        {
            var text = pack.Text(name);
            names.Where(known => text.Contains(known, StringComparison.Ordinal)).ShouldBeEmpty(name);
            text.ShouldNotContain(Words, customMessage: name);
            text.ShouldNotContain("We talked about", customMessage: name);
        }

        foreach (var cells in Tables.Select(pack.Cells))
            cells.SelectMany(row => row).ShouldAllBe(cell => cell.Length == 0 || !"=+-@\t\r".Contains(cell[0]));
    }

    /// <summary>
    /// A file with a contact of twenty minutes ago that was a crisis, acknowledged two minutes late, read, explained.
    /// </summary>
    private async Task<(Guid File, string Code, Guid Escalation)> LivedAsync()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(supporter);
        var contact = Guid.NewGuid();
        var occurredAt = _server.Now.AddMinutes(-20).ToString("O");
        var logged = await supporter.PostAsync(
            $"/api/case-files/{file}/contacts", Files.Contact(contact, "Immediate", occurredAt));
        logged.Status.ShouldBeLessThan(300, logged.Text);
        await _server.AdvanceAsync("PT7M");
        using var senior = await _server.ClientAsync(Wexcombe.AlderFirst);
        (await senior.GetJsonAsync($"/api/escalations/{contact}")).Status.ShouldBe(200);
        await senior.DoesAsync(contact, "acknowledgement", new { });
        await senior.DoesAsync(contact, "explanations", new { deadline = "acknowledgeBy", reason = Words });
        return (file, code, contact);
    }

    private static async Task<byte[]> TakeAsync(HttpClient auditor, string name)
    {
        using var answer = await auditor.GetAsync($"/api/audit/exports/{name}");
        ((int)answer.StatusCode).ShouldBe(200, name);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static JsonElement Listed(JsonElement manifest, string name) =>
        manifest.GetProperty("files").EnumerateArray().First(file => Is(file, "name", name));

    private static bool Is(JsonElement row, string field, string value) =>
        row.TryGetProperty(field, out var found) && found.GetString() == value;
}
