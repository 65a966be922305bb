using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

/// <summary>
/// What is answered is kept, whatever happens to the database: on a private server that is killed in earnest.
/// </summary>
public sealed class OutageTests : IAsyncLifetime
{
    private PostgresCluster cluster = null!;
    private TestInstitution institution = null!;

    public async ValueTask InitializeAsync()
    {
        cluster = await PostgresCluster.StartAsync();
        institution = await TestInstitution.CreateAsync(cluster);
    }

    public async ValueTask DisposeAsync()
    {
        await institution.DisposeAsync();
        await cluster.DisposeAsync();
    }

    [Fact]
    public async Task PostgreSQL_killed_under_sixteen_writers_loses_nothing_that_was_answered_and_doubles_nothing()
    {
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 16).Select(i => new Writer(institution.Log, i)).ToList();
        var reader = new Reader(institution.Log);
        using var stopReading = new CancellationTokenSource();
        var writing = writers.Select(w => w.RunAsync(stop.Token)).ToList();
        var reading = reader.RunAsync(stopReading.Token);
        for (var kills = Given.LongForm ? 20 : 3; kills > 0; kills--)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(700), CancellationToken.None);
            await cluster.KillAsync();
            await cluster.StartServerAsync();
        }

        await Task.Delay(TimeSpan.FromMilliseconds(500), CancellationToken.None);
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        await stopReading.CancelAsync();
        await reading;

        var log = await Checker.WholeLogAsync(institution.Log);
        Checker.NothingIsLostAndNothingDoubled(log, writers);
        Checker.NothingIsSkipped(log, reader);
        writers.ShouldAllBe(w => w.Stored.Count > 0);
    }

    [Fact]
    public async Task An_append_whose_connection_is_cut_is_answered_all_the_same()
    {
        await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));
        var held = await HeldLog.TakeAsync(institution);
        var waiting = institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));
        await OnBackendAsync("wait_event = 'advisory'", "pg_terminate_backend");
        await held.DisposeAsync();

        (await waiting).ShouldBe(new Appended(2));
    }

    [Fact]
    public async Task A_stream_is_read_although_every_pooled_connection_has_outlived_its_server()
    {
        var command = Given.To(Guid.NewGuid(), 0);
        await institution.Log.AppendAsync(command);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => institution.AsServerAsync("select pg_sleep(0.1)")));
        await cluster.KillAsync();
        await cluster.StartServerAsync();

        (await institution.Log.ReadStreamAsync(command.Streams[0].Stream, 0, CancellationToken.None))
            .Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_reported_in_bounded_time_and_nothing_is_stored_unseen()
    {
        await using var impatient = institution.AnotherNode(TimeSpan.FromSeconds(1));
        await cluster.KillAsync();
        var command = Given.To(Guid.NewGuid(), 0);

        await impatient.Log.AppendAsync(command).ShouldThrowAsync<LogUnreachableException>();

        await cluster.StartServerAsync();
        (await impatient.Log.AppendAsync(Given.To(Guid.NewGuid(), 0))).ShouldBeOfType<Appended>();
        (await impatient.Log.WasHandledAsync(command.CommandId, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancelled_wait_for_the_standby_is_never_a_success()
    {
        await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));
        await StandbyAsync("missing");
        var command = Given.To(Guid.NewGuid(), 0);

        var answer = institution.Log.AppendAsync(command);
        await OnBackendAsync("wait_event = 'SyncRep'", "pg_cancel_backend");

        await answer.ShouldThrowAsync<DurabilityUnknownException>();
        var repeat = institution.Log.AppendAsync(command);
        await OnBackendAsync("wait_event = 'SyncRep'", "pg_cancel_backend");
        await repeat.ShouldThrowAsync<DurabilityUnknownException>();
        await StandbyAsync("");
        (await institution.Log.AppendAsync(command)).ShouldBe(new AlreadyHandled(null));
    }

    [Fact]
    public async Task A_connection_ended_while_it_waits_for_the_standby_is_answered_when_the_standby_is_back()
    {
        await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));
        await StandbyAsync("missing");

        // Without a stream: nothing but the store's own care makes the repeat wait.
        var answer = institution.Log.AppendAsync(new Append(Guid.NewGuid(), "we0014", Given.Now, [])
        {
            Outbox = [new(Guid.NewGuid(), "mail", "{}", Given.Now)],
        });
        await OnBackendAsync("wait_event = 'SyncRep'", "pg_terminate_backend");
        await OnBackendAsync("wait_event = 'SyncRep'", "pg_backend_pid() <>");
        answer.IsCompleted.ShouldBeFalse("the commit that found it stored waits for the standby too");
        await StandbyAsync("");

        (await answer).ShouldBeOfType<Appended>();
        (await new Outbox(institution.Database).CountsAsync(CancellationToken.None))
            .ShouldBe(new OutboxCounts(Waiting: 1, Done: 0, Dead: 0));
    }

    private async Task StandbyAsync(string names)
    {
        await institution.AsOwnerAsync($"alter system set synchronous_standby_names = '{names}'");
        await institution.AsOwnerAsync("select pg_reload_conf()");
        while (!names.Equals(await institution.AsOwnerAsync("show synchronous_standby_names"))) await Task.Delay(10);
    }

    /// <summary>Waits for the append's backend to be found waiting, and does something to it.</summary>
    private async Task OnBackendAsync(string waiting, string act)
    {
        var found = $"select {act} (pid) from pg_stat_activity where application_name = 'safeguard append' "
            + $"and {waiting}";
        for (var tries = 0; await institution.AsOwnerAsync(found) is not true; tries++)
        {
            tries.ShouldBeLessThan(1_000, $"no append is found with {waiting}");
            await Task.Delay(20);
        }
    }
}
