using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Safeguard.Api.Tests.Server;
using Safeguard.Api.WakeUps;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Tests.Escalations;

/// <summary>
/// For every standing of the raiser and every fault of notification, projection, mail and timer a raise succeeds:
/// on the real server, with the faults themselves.
/// </summary>
public sealed class RaiseUnderFaultsTests : IAsyncLifetime
{
    private const int Seed = 1120;

    /// <summary>Nobody listens there: the mail server is down from the start.</summary>
    private static readonly string[] DeadMail = ["--SAFEGUARD_SMTP_HOST=127.0.0.1", "--SAFEGUARD_SMTP_PORT=9"];

    private static readonly string[] Bodies =
    [
        """{"what":"Please come."}""",
        """{"emergencyNow":true}""",
        """{"what":"Cut in the middle of \ud83d"}""",
        """{"what":"\u0000 and \u202e odd \ud83d\ude4f","band":"purple","panel":"nowhere","caseFile":"?!"}""",
        """{"what":"When?","occurredAt":"0001-01-01T00:00"}""",
        """{"what":"When?","occurredAt":"9999-12-31T23:59:59Z","answers":{"inDangerNow":"yes","alone":"unsure"}}""",
        """{"what":["a","list"],"answers":"none","where":{"floor":3}}""",
        """{"what":"Not so urgent.","band":"NextSupervision","panel":"ashby-college"}""",
    ];

    private SafeguardTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SafeguardTestServer.StartAsync(configuration: DeadMail);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact, Trait("Rule", "R1")]
    public async Task Whatever_the_raisers_standing_and_whatever_is_broken_a_raise_succeeds()
    {
        var raisers = await RaisersAsync();
        var random = new Random(Seed);
        var raised = 0;
        foreach (var (fault, strike) in Faults())
        {
            await strike();
            foreach (var (standing, client) in raisers)
            {
                var body = Bodies[random.Next(Bodies.Length)];
                using var content = new StringContent(body);
                var answer = await client.SendAsync(
                    HttpMethod.Put, $"/api/escalations/{Guid.NewGuid()}", content, null);
                answer.Status.ShouldBe(201, $"{standing}, {fault}, seed {Seed}: {answer.Text}");
                raised++;
            }
        }

        await SentTwiceAtOnceAsync(raisers[0].Client);
        await ByTheFormAsync();
        var log = _server.Parts.GetRequiredService<IEventLog>();
        (await log.StreamsOfTypeAsync("escalation", CancellationToken.None)).Count.ShouldBe(raised + 2);
        foreach (var (_, client) in raisers) client.Dispose();
    }

    /// <summary>Each on top of those before it.</summary>
    private IEnumerable<(string Fault, Func<Task> Strike)> Faults()
    {
        yield return ("the mail server is down", () => Task.CompletedTask);
        yield return ("a projection stands still",
            () => AsOwnerAsync("alter table page_log add constraint broken check (false) not valid"));
        yield return ("no timer runs", () => StopAsync<WakeUpLoop, Sweep, Safeguard.Api.Health.Watchdog>());
        yield return ("the log holds what this binary does not know", ANewerBinaryWritesAsync);
        yield return ("notifications and outbox workers are gone", async () =>
        {
            foreach (var service in _server.Parts.GetServices<IHostedService>()
                .Where(service => service.GetType().Namespace!.StartsWith("Safeguard", StringComparison.Ordinal)))
                await service.StopAsync(CancellationToken.None);
        }
        );
    }

    /// <summary>One of each standing and of each role.</summary>
    private async Task<List<(string Standing, HttpClient Client)>> RaisersAsync()
    {
        // What the import left to say at once is said: nobody else writes to this stream now.
        await _server.AdvanceAsync("PT1S");
        await SuspendAsync("we0104");
        var everybody = _server.Directory.Present.Everybody.ToList();
        var raisers = new List<(string, HttpClient)>();
        foreach (var standing in everybody.Select(person => person.Status).Distinct())
        {
            var one = everybody.First(person => person.Status == standing
                && person.Roles.All(grant => grant.Role is Role.Supporter or Role.Trainee));
            raisers.Add((standing.ToString(), await _server.ClientAsync(one.Id.Value)));
        }

        raisers.Count.ShouldBe(6);
        foreach (var role in Enum.GetValues<Role>())
        {
            var one = everybody.First(person => person.Roles.Any(grant => grant.Role == role));
            raisers.Add((role.ToString(), await _server.ClientAsync(one.Id.Value)));
        }

        return raisers;
    }

    /// <summary>Nobody is suspended in the office's files: it is a fact of a supporter's own stream.</summary>
    private async Task SuspendAsync(string supporter)
    {
        var stream = StreamIds.For("supporter", supporter);
        var stamp = new Stamp(PersonId.System, null, _server.Now, _server.Now, PolicyVersion: 0);
        var happened = EventCodec.Encode(
            new Suspended(new(supporter), Reason: null), stamp, stream, Guid.NewGuid(), key: null);
        (await _server.Parts.GetRequiredService<IEventLog>().AppendAsync(new(Guid.NewGuid(), "system", _server.Now,
            [new(stream, "supporter", _server.Directory.VersionOf(stream), [happened])]))).ShouldBeOfType<Appended>();
        await _server.Directory.CatchUpAsync(CancellationToken.None);
    }

    /// <summary>Two tabs, one id: each is answered, and it is there once.</summary>
    private static async Task SentTwiceAtOnceAsync(HttpClient raiser)
    {
        var id = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            raiser.PutAsync($"/api/escalations/{id}", new { what = "Sent from two tabs at once." })));
        answers.Select(answer => answer.Status).ShouldAllBe(status => status == 201);
        answers.Select(answer => answer.Text).Distinct().Count().ShouldBe(1);
    }

    private async Task ByTheFormAsync()
    {
        using var browser = await _server.BrowserAsync(Wexcombe.Supporter);
        using var form = new FormUrlEncodedContent([new("what", "By the form, without a script.")]);
        using var answer = await browser.PostAsync("/raise", form);
        ((int)answer.StatusCode).ShouldBe(303);
    }

    private async Task ANewerBinaryWritesAsync()
    {
        var log = _server.Parts.GetRequiredService<IEventLog>();
        var stream = StreamIds.For("person", Wexcombe.OtherCoordinator);
        (await log.AppendAsync(new(Guid.NewGuid(), "system", _server.Now,
        [
            new(stream, "person", _server.Directory.VersionOf(stream),
                [new(Guid.NewGuid(), "person_renamed_in_2031", "{}")]),
        ]))).ShouldBeOfType<Appended>();
        await _server.Parts.GetRequiredService<InstitutionDirectory>().CatchUpAsync(CancellationToken.None)
            .ShouldThrowAsync<InvalidOperationException>();
    }

    private async Task StopAsync<TOne, TOther, TThird>()
        where TOne : BackgroundService
        where TOther : BackgroundService
        where TThird : BackgroundService
    {
        await _server.Parts.GetRequiredService<TOne>().StopAsync(CancellationToken.None);
        await _server.Parts.GetRequiredService<TOther>().StopAsync(CancellationToken.None);
        await _server.Parts.GetRequiredService<TThird>().StopAsync(CancellationToken.None);
    }

    private async Task AsOwnerAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(_server.Settings.Database + ";Search Path=safeguard");
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
