using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

public sealed class SideRowTests(Given given) : IAsyncLifetime
{
    private static readonly SchemaFile Queue = new(
        "Test/001_queue.sql",
        """
        create table queue (key text primary key, doc jsonb not null,
            band text generated always as (doc ->> 'band') stored);
        create table items (key text primary key, doc jsonb not null);
        select register_read_model('queue');
        select register_read_model('items');
        """);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private TestInstitution institution = null!;
    private WakeUpTable wakeUps = null!;
    private Outbox outbox = null!;

    public async ValueTask InitializeAsync()
    {
        institution = await given.AnInstitutionAsync(Queue);
        wakeUps = new WakeUpTable(institution.Database);
        outbox = new Outbox(institution.Database);
    }

    public ValueTask DisposeAsync() => institution.DisposeAsync();

    [Fact]
    public async Task Rows_of_read_models_are_replaced_and_removed_with_the_events()
    {
        var (stream, other) = (Guid.NewGuid(), Guid.NewGuid());
        var opened = Given.To(stream, 0) with
        {
            Rows = [new("queue", "a", """{"band":"Immediate"}"""), new("items", "a", "{}"), new("queue", "b", "{}")],
        };
        var changed = Given.To(stream, 1) with
        {
            Rows = [new("queue", "a", """{"band":"Within4Hours"}"""), new("queue", "b", null), new("items", "x", null)],
        };
        var refused = Given.To(other, 7) with { Rows = [new("queue", "c", "{}"), new("items", "a", null)] };

        await institution.Log.AppendAsync(opened);
        await OneBatch.OfAsync(institution, changed, refused);

        (await institution.AsServerAsync("select string_agg(key || ' ' || band, ',' order by key) from queue"))
            .ShouldBe("a Within4Hours");
        (await institution.AsServerAsync("select string_agg(key, ',') from items")).ShouldBe("a");
    }

    [Fact]
    public async Task A_row_changed_by_two_commands_at_once_keeps_the_later()
    {
        var commands = Enumerable.Range(1, 5).Select(n =>
            Given.To(Guid.NewGuid(), 0) with { Rows = [new("queue", "a", $$"""{"band":"{{n}}"}""")] });

        (await OneBatch.OfAsync(institution, [.. commands])).ShouldAllBe(r => r is Appended);

        (await institution.AsServerAsync("select band from queue")).ShouldBe("5");
    }

    [Fact]
    public async Task A_wake_up_is_replaced_by_the_append_that_handles_it_and_only_if_that_is_stored()
    {
        var stream = Guid.NewGuid();
        await institution.Log.AppendAsync(Due(Given.To(stream, 0), Given.Now));
        await institution.Log.AppendAsync(Due(Given.To(stream, 9), Given.Now.AddHours(5)));
        (await wakeUps.NextDueAsync(CancellationToken.None)).ShouldBe(Given.Now);

        await institution.Log.AppendAsync(Due(Given.To(stream, 1), Given.Now.AddHours(1)));
        (await wakeUps.AllAsync(CancellationToken.None)).ShouldBe(
            [new PendingWakeUp(stream, "thing", Given.Now.AddHours(1), Given.Now.AddHours(1), 0, null)]);

        await institution.Log.AppendAsync(Due(Given.To(stream, 2), null));
        (await wakeUps.NextDueAsync(CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_thousand_wake_ups_are_taken_once_by_two_nodes()
    {
        await using var other = institution.AnotherNode();
        var streams = Enumerable.Range(0, 1_000).Select(_ => Guid.NewGuid()).ToList();
        await institution.Log.AppendAsync(new Append(
            Guid.NewGuid(), "we0014", Given.Now, [.. streams.Select(s => Given.Stream(s, 0))])
        {
            WakeUps = [.. streams.Select((s, i) => new WakeUp(s, "thing", Given.Now.AddSeconds(-i)))],
        });

        var taken = await Task.WhenAll(TakeAllAsync(institution), TakeAllAsync(other), TakeAllAsync(other));

        taken.SelectMany(t => t).Order().ShouldBe(streams.Order());
        taken.Count(t => t.Count > 0).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task What_a_dead_node_had_taken_comes_back_when_its_lease_ends()
    {
        var stream = Guid.NewGuid();
        await institution.Log.AppendAsync(Due(Given.To(stream, 0), Given.Now));

        (await TakeAsync(Given.Now)).ShouldBe([new TakenWakeUp(stream, "thing", Given.Now, 1)]);
        (await TakeAsync(Given.Now + Lease - TimeSpan.FromMilliseconds(1))).ShouldBeEmpty();
        (await TakeAsync(Given.Now + Lease)).ShouldBe([new TakenWakeUp(stream, "thing", Given.Now, 2)]);
    }

    [Fact]
    public async Task A_wake_up_that_fails_is_tried_again_later_and_stays_in_sight()
    {
        var stream = Guid.NewGuid();
        await institution.Log.AppendAsync(Due(Given.To(stream, 0), Given.Now));
        var taken = (await TakeAsync(Given.Now))[0];

        await wakeUps.FailedAsync(taken, "TimeoutException", Given.Now.AddMinutes(2), CancellationToken.None);

        (await TakeAsync(Given.Now.AddMinutes(1))).ShouldBeEmpty();
        (await wakeUps.AllAsync(CancellationToken.None))[0].Fault.ShouldBe("TimeoutException");
        (await wakeUps.OverdueAsync(Given.Now.AddSeconds(61), TimeSpan.FromSeconds(60), CancellationToken.None))
            .ShouldBe(new OverdueWakeUps(1, Given.Now));
        (await wakeUps.OverdueAsync(Given.Now.AddSeconds(60), TimeSpan.FromSeconds(60), CancellationToken.None))
            .ShouldBe(new OverdueWakeUps(0, null));
        (await TakeAsync(Given.Now.AddMinutes(2)))[0].Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task The_sweep_puts_a_lost_wake_up_back_but_never_over_a_newer_one()
    {
        var stream = Guid.NewGuid();
        await institution.Log.AppendAsync(Due(Given.To(stream, 0), Given.Now));
        await institution.AsOwnerAsync("delete from wake_ups");

        (await RepairAsync(stream, 1, Given.Now)).ShouldBeTrue();
        (await RepairAsync(stream, 1, Given.Now)).ShouldBeFalse();
        (await wakeUps.NextDueAsync(CancellationToken.None)).ShouldBe(Given.Now);

        await institution.Log.AppendAsync(Due(Given.To(stream, 1), Given.Now.AddHours(1)));
        (await RepairAsync(stream, 1, Given.Now)).ShouldBeFalse();
        (await wakeUps.NextDueAsync(CancellationToken.None)).ShouldBe(Given.Now.AddHours(1));
        (await RepairAsync(stream, 2, null)).ShouldBeTrue();
        (await wakeUps.NextDueAsync(CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_message_is_sent_once_it_is_due_and_leased_while_it_is_being_sent()
    {
        var message = new OutboxMessage(Guid.NewGuid(), "mail", """{"to": "we0014"}""", Given.Now);
        await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0) with { Outbox = [message] });
        var never = message with { Id = Guid.NewGuid() };
        await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), expectedVersion: 3) with { Outbox = [never] });

        (await TakeMessagesAsync(Given.Now.AddSeconds(-1))).ShouldBeEmpty();
        (await TakeMessagesAsync(Given.Now))
            .ShouldBe([new TakenMessage(message.Id, "mail", message.Json, Given.Now, 1, null)]);
        (await TakeMessagesAsync(Given.Now)).ShouldBeEmpty();
        (await TakeMessagesAsync(Given.Now + Lease))[0].Attempts.ShouldBe(2);
        await outbox.DoneAsync(message.Id, Given.Now, CancellationToken.None);

        (await TakeMessagesAsync(Given.Now.AddDays(1))).ShouldBeEmpty();
        (await outbox.CountsAsync(CancellationToken.None)).ShouldBe(new OutboxCounts(0, 1, 0));
    }

    [Fact]
    public async Task A_message_that_is_given_up_stays_in_sight_until_somebody_revives_it()
    {
        var message = new OutboxMessage(Guid.NewGuid(), "mail", "{}", Given.Now);
        await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0) with { Outbox = [message] });

        await outbox.FailedAsync(message.Id, "SocketException", Given.Now.AddMinutes(1), CancellationToken.None);
        (await outbox.NextDueAsync(CancellationToken.None)).ShouldBe(Given.Now.AddMinutes(1));
        await outbox.FailedAsync(message.Id, "SocketException", null, CancellationToken.None);

        (await TakeMessagesAsync(Given.Now.AddDays(1))).ShouldBeEmpty();
        (await outbox.DeadAsync(CancellationToken.None)).ShouldBe(
            [new DeadMessage(message.Id, "mail", Given.Now, 0, "SocketException")]);
        await outbox.ReviveAsync(message.Id, Given.Now, CancellationToken.None);
        (await TakeMessagesAsync(Given.Now)).Count.ShouldBe(1);
    }

    private static Append Due(Append append, DateTimeOffset? at) =>
        append with { WakeUps = [new(append.Streams[0].Stream, "thing", at)] };

    private static async Task<List<Guid>> TakeAllAsync(TestInstitution node)
    {
        var taken = new List<Guid>();
        while (taken.Count <= 1_000)
        {
            var some = await new WakeUpTable(node.Database).TakeDueAsync(Given.Now, 7, Lease, CancellationToken.None);
            if (some.Count == 0) return taken;
            taken.AddRange(some.Select(w => w.Stream));
        }

        return taken;
    }

    private Task<IReadOnlyList<TakenWakeUp>> TakeAsync(DateTimeOffset now) =>
        wakeUps.TakeDueAsync(now, 10, Lease, CancellationToken.None);

    private Task<bool> RepairAsync(Guid stream, long version, DateTimeOffset? due) =>
        wakeUps.RepairAsync(stream, version, "thing", due, CancellationToken.None);

    private Task<IReadOnlyList<TakenMessage>> TakeMessagesAsync(DateTimeOffset now) =>
        outbox.TakeDueAsync(now, 10, Lease, CancellationToken.None);
}
