using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Tests.Audit;
using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Reading;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain.Access;
using Safeguard.EventStore;
using Safeguard.TestSupport;

namespace Safeguard.Api.Tests.Cli;

/// <summary><c>safeguard pack</c>: the same file as auditors export, whether a server runs or not.</summary>
[Trait("Rule", "R24")]
public sealed class PackCommandTests : IAsyncLifetime
{
    private readonly string _target = Path.Combine(TestDirectories.Create("safeguard-pack"), "pack.zip");

    private SafeguardTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SafeguardTestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_is_the_file_that_the_page_exports_and_leaves_the_same_event()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(supporter);
        var line = CommandLine.On(_server);
        var run = await line.RunAsync("pack", code, "--out", _target, "--by", Wexcombe.Auditor);
        run.Code.ShouldBe(0, run.Error);
        var written = await File.ReadAllBytesAsync(_target);
        var position = UnpackedCase.Of(written).Manifest.GetProperty("position").GetInt64();
        (await _server.ReadingOfAsync(Wexcombe.Auditor)).OfType<RecordRead>().ShouldHaveSingleItem()
            .ShouldBe(new(new(Wexcombe.Auditor), new("case-file", file), ReadPurpose.Export));
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        (await auditor.GetByteArrayAsync($"/api/audit/exports/{code}?position={position}")).ShouldBe(written);

        // What is there is never written over, and nothing is left of what failed.
        (await line.RunAsync("pack", code, "--out", _target)).Code.ShouldBe(2);
        (await File.ReadAllBytesAsync(_target)).ShouldBe(written);
        File.Delete(_target);
        await line.OneLineAsync("pack", "WX-ZZZZ", "--out", _target);
        await line.OneLineAsync("pack", code, "--out", _target, "--by", Wexcombe.Coordinator);
        await line.OneLineAsync("pack", code, "--out", _target, "--position", "1");
        File.Exists(_target).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_read_it_is_whole_while_no_server_works_the_reads_in()
    {
        using (var supporter = await _server.ClientAsync(Wexcombe.Supporter))
            await Files.OpenAsync(supporter);
        var line = CommandLine.On(_server);
        var file = (await _server.Parts.GetRequiredService<IEventLog>()
            .StreamsOfTypeAsync("case-file", CancellationToken.None)).ShouldHaveSingleItem();
        await _server.CatchUpAsync();
        await _server.DisposeAsync();
        (await line.RunAsync("pack", $"case-file:{file}", "--out", _target, "--by", Wexcombe.Auditor)).Code.ShouldBe(0);
        UnpackedCase.Of(await File.ReadAllBytesAsync(_target)).Rows("reads")
            .ShouldContain(read => read.GetProperty("purpose").GetString() == nameof(ReadPurpose.Export));
    }

    /// <summary>
    /// Ten thousand contacts whose words alone, as they are stored, are several times what the program may hold. A
    /// program that held the case would be out of memory.
    /// </summary>
    [Fact]
    public async Task A_case_of_ten_thousand_events_is_written_within_bounded_memory()
    {
        const int Events = 10_000;
        const long MayHold = 80L * 1024 * 1024;
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(supporter);
        var logged = await supporter.PostAsync($"/api/case-files/{file}/contacts", new
        {
            contact = Guid.NewGuid(),
            mode = "inPerson",
            minutes = 30,
            topics = new[] { "Anxiety" },
            note = string.Concat(Enumerable.Range(1_000, 1_000).Select(number => $"{number} ")),
        });
        logged.Status.ShouldBeLessThan(300, logged.Text);
        (await LengthenAsync(file, Events)).ShouldBeGreaterThan(MayHold / 2);

        var line = CommandLine.On(_server);
        line.Environment["DOTNET_GCHeapHardLimit"] = MayHold.ToString("x", CultureInfo.InvariantCulture);
        var run = await line.RunAsync("pack", code, "--out", _target, "--by", Wexcombe.Auditor);
        run.Code.ShouldBe(0, run.Error);
        var pack = UnpackedCase.Of(await File.ReadAllBytesAsync(_target));
        pack.Rows("events").Count.ShouldBe(Events);
        (await pack.VerifyAsync()).Code.ShouldBe(0);
    }

    /// <summary>The file's last event again and again, sealed as it is; how many bytes that is.</summary>
    private async Task<long> LengthenAsync(Guid file, int events)
    {
        var log = _server.Parts.GetRequiredService<IEventLog>();
        var last = (await log.ReadStreamAsync(file, 0, CancellationToken.None))[^1];
        for (var version = last.Version; version < events;)
        {
            var more = (int)Math.Min(500, events - version);
            var copies = Enumerable.Range(0, more)
                .Select(_ => new NewEvent(Guid.NewGuid(), last.Type, last.Json, last.Headers)).ToList();
            (await log.AppendAsync(new Append(
                Guid.NewGuid(), last.By, last.RecordedAt,
                [new StreamAppend(file, last.StreamType, version, copies)]))).ShouldBeOfType<Appended>();
            version += more;
        }

        return (long)last.Json.Length * events;
    }
}
