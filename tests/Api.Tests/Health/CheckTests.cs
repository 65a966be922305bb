using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Health;
using Safeguard.Api.Hosting;
using Safeguard.Api.Tests.Server;
using Safeguard.TestSupport;

namespace Safeguard.Api.Tests.Health;

/// <summary>What <c>safeguard check</c> says, with the same parts and the same clock as the verb has.</summary>
public sealed class CheckTests
{
    private const string Late = "open item without owner or with a late wake-up";

    /// <summary>
    /// One thing that is done to an escalation behind the product's back, and what must be found of it.
    /// </summary>
    private static readonly (string Sql, string[] Found)[] Harms =
    [
        ("select $1", []),
        ("delete from open_items where stream = $1", ["open items differ from their stream"]),
        ("insert into open_items (key, doc) select 'action/left', doc from open_items where stream = $1 limit 1",
            ["open items differ from their stream"]),
        ("update open_items set doc = jsonb_set(doc, '{owner}', '\"system\"') where key = 'escalation/' || $1",
            [Late, "open items differ from their stream"]),
        ("update open_items set doc = jsonb_set(doc, '{nextWakeUp}', '\"2026-11-20T11:58:59Z\"') "
            + "where key = 'escalation/' || $1",
            [Late, "open items differ from their stream"]),
        ("update escalation_queue set doc = jsonb_set(doc, '{version}', '1') where key = $1::text",
            ["queue row differs from its stream"]),
        ("delete from escalation_queue where key = $1::text", ["queue row differs from its stream"]),
        ("delete from wake_ups where stream = $1", ["wake-up differs from its stream"]),
        ("update wake_ups set due_at = due_at + interval '1 second' where stream = $1",
            ["wake-up differs from its stream"]),
        ("update mt_streams set version = version + 1 where id = $1", ["stream version is not its last event's"]),
    ];

    [Fact, Trait("Rule", "R4")]
    public async Task Whatever_is_wrong_is_found_and_nothing_else_is()
    {
        var server = await SafeguardTestServer.StartAsync();
        var ids = Harms.Select(_ => Guid.NewGuid()).ToList();
        using (var supporter = await server.ClientAsync(Wexcombe.Supporter))
        {
            var please = new { what = "Please come." };
            foreach (var id in ids)
                (await supporter.PutAsync($"/api/escalations/{id}", please)).Status.ShouldBe(201);
        }

        // Nobody is left who could put right what is done now.
        await server.DisposeAsync();
        await using var parts = await OpenAsync(server.Settings);
        var check = parts.Services.GetRequiredService<Check>();
        (await check.RunAsync(null, CancellationToken.None)).Findings.ShouldBeEmpty();
        await using var institution = TestInstitution.Of(new(server.Settings.Database));
        foreach (var (id, harm) in ids.Zip(Harms))
            await institution.AsOwnerAsync(harm.Sql.Replace("$1", $"'{id}'::uuid", StringComparison.Ordinal));
        var nobodys = Guid.NewGuid();
        await institution.AsOwnerAsync(
            $"insert into wake_ups (stream, kind, due_at, take_at) values ('{nobodys}', 'escalation', now(), now())");

        var report = await check.RunAsync(null, CancellationToken.None);

        foreach (var (id, harm) in ids.Zip(Harms))
        {
            report.Findings.Where(finding => finding.Of.Contains(id.ToString(), StringComparison.Ordinal))
                .Select(finding => finding.What).ShouldBe(harm.Found, ignoreOrder: true, harm.Sql);
        }

        report.Findings.ShouldContain(new Finding("row of a stream that is not there", $"escalation/{nobodys}"));
        report.Count.ShouldBe(Harms.Sum(harm => harm.Found.Length) + 1);
    }

    [Fact]
    public async Task Somebody_who_writes_meanwhile_is_no_finding()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        var check = server.Parts.GetRequiredService<Check>();
        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var (id, n) = (Guid.NewGuid(), 0); !stop.IsCancellationRequested; n++)
                await supporter.PutAsync($"/api/escalations/{id}", new { what = $"Please come, {n}." });
        }).ToList();

        for (var looks = 0; looks < 10; looks++)
            (await check.RunAsync(null, CancellationToken.None)).Findings.ShouldBeEmpty();

        await stop.CancelAsync();
        await Task.WhenAll(writing);
        (await check.RunAsync(null, CancellationToken.None)).Streams.ShouldBe(8);
    }

    /// <summary>As a verb opens the installation: nothing listens, and nothing runs in the background.</summary>
    private static async Task<WebApplication> OpenAsync(ServerSettings settings)
    {
        var parts = SafeguardServer.Build(settings, []);
        await Start.SetClockAsync(parts.Services, settings, CancellationToken.None);
        return parts;
    }
}
