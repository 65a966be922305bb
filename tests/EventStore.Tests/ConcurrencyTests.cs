using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

public sealed class ConcurrencyTests(Given given) : IAsyncLifetime
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    private TestInstitution institution = null!;
    private TestInstitution other = null!;

    public async ValueTask InitializeAsync()
    {
        institution = await given.AnInstitutionAsync();
        other = institution.AnotherNode();
    }

    public async ValueTask DisposeAsync()
    {
        await other.DisposeAsync();
        await institution.DisposeAsync();
    }

    [Fact]
    public async Task Sixty_four_writers_on_one_stream_store_as_many_events_as_they_were_told()
    {
        var stream = Guid.NewGuid();
        var commands = Given.LongForm ? 200 : 20;

        var told = await Task.WhenAll(Enumerable.Range(0, 64).Select(async writer =>
        {
            var (log, version, successes) = ((writer % 2 == 0 ? institution : other).Log, 0L, 0);
            for (var i = 0; i < commands; i++)
            {
                var result = await log.AppendAsync(Given.To(stream, version));
                if (result is Appended) successes++;
                version = result is VersionClash clash ? clash.Actual : version + 1;
            }

            return successes;
        }));

        var events = await Checker.WholeLogAsync(institution.Log);
        events.Count.ShouldBe(told.Sum());
        events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, told.Sum()).Select(v => (long)v));
        told.Sum().ShouldBeGreaterThanOrEqualTo(commands);
    }

    [Fact]
    public async Task A_commit_that_takes_long_is_stepped_over_by_no_reader()
    {
        // A transaction of somebody else holds a stream that the next append needs: that append has drawn its place in
        // the order and cannot commit, while others arrive on two nodes, some of them broken and rolled back.
        var held = Guid.NewGuid();
        await institution.Log.AppendAsync(Given.To(held, 0));
        using var stop = new CancellationTokenSource();
        using var stopReading = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 32).Select(i => new Writer((i % 2 == 0 ? institution : other).Log,
            i)).ToList();
        var readers = new[] { institution, other }.Select(node => new Reader(node.Log)).ToList();
        var writing = writers.Select(w => w.RunAsync(stop.Token)).ToList();
        var reading = readers.Select(r => r.RunAsync(stopReading.Token)).ToList();

        await Task.Delay(Moment, CancellationToken.None);
        var slow = await HoldUpAsync(held);
        await Task.Delay(Moment, CancellationToken.None);

        await stop.CancelAsync();
        await Task.WhenAll(writing);
        await stopReading.CancelAsync();
        await Task.WhenAll(reading);
        slow.ShouldBeOfType<Appended>();
        var log = await Checker.WholeLogAsync(institution.Log);
        foreach (var reader in readers) Checker.NothingIsSkipped(log, reader);
        Checker.NothingIsLostAndNothingDoubled([.. log.Where(e => e.Stream != held)], writers);
    }

    [Fact]
    public async Task A_client_that_is_cut_off_before_it_says_sync_has_committed_and_holds_no_lock()
    {
        await using var relay = new Relay(institution.Options);
        await using var frozen = institution.AnotherNode(through: relay.Options);
        await frozen.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));
        var command = Given.To(Guid.NewGuid(), 0);

        relay.KeepBackSync();
        var unanswered = frozen.Log.AppendAsync(command);
        try
        {
            await relay.KeptBackAsync();
            (await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0)).WaitAsync(TimeSpan.FromSeconds(10)))
                .ShouldBeOfType<Appended>();
            await EventuallyAsync(() => institution.Log.WasHandledAsync(command.CommandId, CancellationToken.None));
            unanswered.IsCompleted.ShouldBeFalse();
        }
        finally
        {
            relay.LetGo();
        }

        (await unanswered).ShouldBeOfType<Appended>();
    }

    [Fact]
    public async Task A_process_that_is_stopped_in_the_middle_of_appending_holds_up_nobody()
    {
        using var process = AnotherProcess.Start("write", institution.Options.ConnectionString);
        await process.SaysAsync(1);
        for (var i = 0; i < (Given.LongForm ? 200 : 20); i++)
        {
            await process.SaysAsync(process.Said.Count + 1);
            await Task.Delay(i % 20);
            process.Stop();

            (await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0)).WaitAsync(TimeSpan.FromSeconds(10)))
                .ShouldBeOfType<Appended>();

            process.Continue();
        }

        process.Kill();
        var log = await Checker.WholeLogAsync(institution.Log);
        foreach (var command in process.Said)
        {
            (await institution.Log.WasHandledAsync(Guid.Parse(command), CancellationToken.None)).ShouldBeTrue();
        }

        log.Count.ShouldBeGreaterThanOrEqualTo(process.Said.Count * 3);
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            tries.ShouldBeLessThan(200, "it did not come true within ten seconds");
            await Task.Delay(50);
        }
    }

    private async Task<AppendResult> HoldUpAsync(Guid stream)
    {
        await using var connection = await institution.Database.Pool.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new Npgsql.NpgsqlCommand("select from mt_streams where id = $1 for update", connection)
        {
            Parameters = { new() { Value = stream } },
        };
        await hold.ExecuteNonQueryAsync();
        var slow = institution.Log.AppendAsync(Given.To(stream, 1));
        await Task.Delay(TimeSpan.FromSeconds(Given.LongForm ? 10 : 1));
        slow.IsCompleted.ShouldBeFalse();
        await transaction.RollbackAsync();
        return await slow;
    }
}
