using Npgsql;
using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

public sealed class FollowerTests(Given given) : IAsyncLifetime
{
    private static readonly SchemaFile Seen = new(
        "Test/001_seen.sql",
        "create table seen (position bigint primary key); grant select, insert on seen to {role};");

    private TestInstitution institution = null!;
    private Positions positions = null!;

    public async ValueTask InitializeAsync()
    {
        institution = await given.AnInstitutionAsync(Seen);
        positions = new Positions(institution.Database);
    }

    public ValueTask DisposeAsync() => institution.DisposeAsync();

    [Fact]
    public async Task A_projection_that_fails_stops_before_the_event_and_says_so()
    {
        for (var i = 0; i < 5; i++) await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));

        var stop = await Follow(failsAt: 4).RunAsync(CancellationToken.None)
            .ShouldThrowAsync<ProjectionStoppedException>();

        stop.Message.ShouldContain("stopped before position 4");
        (await positions.ReadAsync("seen", CancellationToken.None)).ShouldBe(3);
        (await positions.StopsAsync(CancellationToken.None)).Single().ShouldSatisfyAllConditions(
            s => s.Position.ShouldBe(4), s => s.Fault.ShouldBe("FormatException"), s => s.Name.ShouldBe("seen"));
        (await institution.AsServerAsync("select string_agg(position::text, ' ' order by position) from seen"))
            .ShouldBe("1 2 3");
    }

    [Fact]
    public async Task A_projection_that_is_put_right_goes_on_where_it_stopped_and_the_alarm_ends()
    {
        for (var i = 0; i < 5; i++) await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));
        await Follow(failsAt: 4).RunAsync(CancellationToken.None).ShouldThrowAsync<ProjectionStoppedException>();

        await UntilAsync(Follow(failsAt: null), 5);

        (await positions.StopsAsync(CancellationToken.None)).ShouldBeEmpty();
        (await institution.AsServerAsync("select count(*) from seen")).ShouldBe(5L);
    }

    [Fact]
    public async Task A_projection_runs_on_one_node_and_moves_to_another_when_that_one_goes()
    {
        await using var other = institution.AnotherNode();
        var hold = await positions.TryHoldAsync("seen", CancellationToken.None);
        hold.ShouldNotBeNull();

        (await new Positions(other.Database).TryHoldAsync("seen", CancellationToken.None)).ShouldBeNull();
        await hold.DisposeAsync();

        await using var taken = await new Positions(other.Database).TryHoldAsync("seen", CancellationToken.None);
        taken.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reader_is_woken_by_an_append_on_its_own_node_and_on_another()
    {
        await using var other = institution.AnotherNode();
        var patience = TimeSpan.FromMinutes(1);
        await other.Log.WaitForAppendAsync(0, TimeSpan.FromSeconds(1), CancellationToken.None);

        var here = institution.Log.WaitForAppendAsync(0, patience, CancellationToken.None);
        var there = other.Log.WaitForAppendAsync(0, patience, CancellationToken.None);
        await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));

        await Task.WhenAll(here, there).WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
    }

    [Fact]
    public async Task A_reader_whose_signal_was_lost_looks_for_itself()
    {
        await institution.Log.WaitForAppendAsync(
            0, TimeSpan.FromMilliseconds(20), CancellationToken.None);
    }

    private Follower Follow(long? failsAt) => new(
        institution.Log, positions, "seen",
        async (events, connection, cancel) =>
        {
            foreach (var happened in events)
            {
                await using var insert = new NpgsqlCommand("insert into seen (position) values ($1)", connection)
                {
                    Parameters = { new() { Value = happened.Position } },
                };
                await insert.ExecuteNonQueryAsync(cancel);
                if (happened.Position == failsAt) throw new FormatException();
            }
        },
        TimeProvider.System);

    private async Task UntilAsync(Follower follower, long position)
    {
        using var cancel = new CancellationTokenSource();
        var running = follower.RunAsync(cancel.Token);
        while (await positions.ReadAsync("seen", CancellationToken.None) < position) await Task.Delay(10);
        await cancel.CancelAsync();
        await running.ShouldThrowAsync<OperationCanceledException>();
    }
}
