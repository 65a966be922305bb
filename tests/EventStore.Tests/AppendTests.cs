using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

public sealed class AppendTests(Given given) : IAsyncLifetime
{
    private TestInstitution institution = null!;

    private IEventLog Log => institution.Log;

    public async ValueTask InitializeAsync() => institution = await given.AnInstitutionAsync();

    public ValueTask DisposeAsync() => institution.DisposeAsync();

    [Fact]
    public async Task What_was_appended_is_read_back_in_order_with_everything_it_said()
    {
        var stream = Guid.NewGuid();
        var first = new NewEvent(Guid.NewGuid(), "thing_raised", """{"what":"a"}""", """{"rule":"R1"}""");
        var second = new NewEvent(Guid.NewGuid(), "thing_ended", """{"what":"b"}""");
        var command = new Append(Guid.NewGuid(), "we0014", Given.Now, [new(stream, "thing", 0, [first, second])])
        {
            CorrelationId = "correlation",
            CausationId = "causation",
        };

        var stored = (await Log.AppendAsync(command)).ShouldBeOfType<Appended>();

        var events = await Log.ReadStreamAsync(stream, 0, CancellationToken.None);
        events.Select(e => e.Version).ShouldBe([1L, 2L]);
        events[1].Position.ShouldBe(stored.LastPosition);
        events[0].ShouldBe(new StoredEvent(
            stored.LastPosition - 1, first.Id, stream, "thing", 1, "thing_raised", """{"what": "a"}""", Given.Now,
            "we0014", """{"rule": "R1"}""", "correlation", "causation"));
        (await Log.ReadStreamAsync(stream, 1, CancellationToken.None)).ShouldBe([events[1]]);
        (await Log.ReadAllAsync(0, 10, CancellationToken.None)).ShouldBe(events);
        (await Log.ReadStreamsAsync([stream, Guid.NewGuid()], CancellationToken.None)).ShouldBe(events);
        (await Log.StreamsOfTypeAsync("thing", CancellationToken.None)).ShouldBe([stream]);
        (await Log.LastPositionAsync(CancellationToken.None)).ShouldBe(stored.LastPosition);
        (await Log.WasHandledAsync(command.CommandId, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_that_is_longer_than_one_read_is_read_whole()
    {
        const int oneRead = StoreLimits.MaxEventsPerRead;
        var stream = Guid.NewGuid();

        (await Log.AppendAsync(Given.To(stream, 0, oneRead))).ShouldBeOfType<Appended>();
        (await Log.ReadWholeStreamAsync(stream, CancellationToken.None)).Count.ShouldBe(oneRead);
        (await Log.AppendAsync(Given.To(stream, oneRead))).ShouldBeOfType<Appended>();
        (await Log.ReadWholeStreamAsync(stream, CancellationToken.None)).Select(e => e.Version)
            .ShouldBe(Enumerable.Range(1, oneRead + 1).Select(version => (long)version));
    }

    [Fact]
    public async Task An_empty_log_reads_as_nothing()
    {
        (await Log.LastPositionAsync(CancellationToken.None)).ShouldBe(0);
        (await Log.ReadAllAsync(0, 10, CancellationToken.None)).ShouldBeEmpty();
        (await Log.ReadStreamAsync(Guid.NewGuid(), 0, CancellationToken.None)).ShouldBeEmpty();
        (await Log.WasHandledAsync(Guid.NewGuid(), CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_swallowed_conflict_never_happens_of_two_writers_with_one_version_one_is_refused()
    {
        var stream = Guid.NewGuid();
        await using var other = institution.AnotherNode();

        var results = await Task.WhenAll(
            Log.AppendAsync(Given.To(stream, 0)), other.Log.AppendAsync(Given.To(stream, 0)));

        results.Count(r => r is Appended).ShouldBe(1);
        results.OfType<VersionClash>().ShouldBe([new VersionClash(stream, 1)]);
        (await Log.ReadStreamAsync(stream, 0, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_answers_each_command_for_itself_and_keeps_the_order_of_arrival()
    {
        var (fresh, grown, stale) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await Log.AppendAsync(Given.To(grown, 0, events: 2));
        await Log.AppendAsync(Given.To(stale, 0, events: 3));

        var results = await OneBatch.OfAsync(
            institution,
            Given.To(fresh, 0, 2),
            Given.To(stale, 2),
            Given.To(grown, 2),
            Given.To(fresh, 2),
            Given.To(grown, 9));

        var (first, third) = (results[0].ShouldBeOfType<Appended>(), results[2].ShouldBeOfType<Appended>());
        results[1].ShouldBe(new VersionClash(stale, 3));
        results[3].ShouldBeOfType<Appended>().LastPosition.ShouldBeGreaterThan(third.LastPosition);
        results[4].ShouldBe(new VersionClash(grown, 3));
        var log = await Log.ReadAllAsync(first.LastPosition - 2, 10, CancellationToken.None);
        log.Select(e => (e.Stream, e.Version)).ShouldBe([(fresh, 1), (fresh, 2), (grown, 3), (fresh, 3)]);
        log[1].Position.ShouldBe(first.LastPosition);
        log[2].Position.ShouldBe(third.LastPosition);
    }

    [Fact]
    public async Task One_command_changes_several_streams_or_none_of_them()
    {
        var (person, item) = (Guid.NewGuid(), Guid.NewGuid());
        await Log.AppendAsync(Given.To(person, 0));
        var both = Given.To(item, 0, 2) with { Streams = [Given.Stream(item, 0, 2), Given.Stream(person, 1)] };
        var stale = Given.To(item, 2) with { Streams = [Given.Stream(item, 2), Given.Stream(person, 1)] };

        (await Log.AppendAsync(both)).ShouldBeOfType<Appended>();
        (await Log.AppendAsync(stale)).ShouldBe(new VersionClash(person, 2));

        var events = await Log.ReadStreamsAsync([person, item], CancellationToken.None);
        events.Where(e => e.Stream == item).Select(e => e.Version).ShouldBe([1L, 2L]);
        events.Where(e => e.Stream == person).Select(e => e.Version).ShouldBe([1L, 2L]);
    }

    [Fact]
    public async Task A_decision_that_rested_on_a_stream_is_refused_once_that_stream_has_moved()
    {
        var (supporter, file) = (Guid.NewGuid(), Guid.NewGuid());
        await Log.AppendAsync(Given.To(supporter, 0));

        var missing = Given.To(file, 0) with { RestsOn = [new(Guid.NewGuid(), 1)] };
        var moved = Given.To(file, 0) with { RestsOn = [new(supporter, 0)] };
        var sound = Given.To(file, 0) with { RestsOn = [new(supporter, 1), new(Guid.NewGuid(), 0)] };

        (await Log.AppendAsync(missing)).ShouldBe(new VersionClash(missing.RestsOn[0].Stream, 0));
        (await Log.AppendAsync(moved)).ShouldBe(new VersionClash(supporter, 1));
        (await Log.AppendAsync(sound)).ShouldBeOfType<Appended>();
    }

    [Fact]
    public async Task A_supporter_suspended_in_the_same_batch_is_no_supporter_in_good_standing()
    {
        var supporter = Guid.NewGuid();
        await Log.AppendAsync(Given.To(supporter, 0));
        var before = Given.To(Guid.NewGuid(), 0) with { RestsOn = [new(supporter, 1)] };
        var suspension = Given.To(supporter, 1);
        var after = Given.To(Guid.NewGuid(), 0) with { RestsOn = [new(supporter, 1)] };

        var results = await OneBatch.OfAsync(institution, before, suspension, after);

        results[0].ShouldBeOfType<Appended>();
        results[1].ShouldBeOfType<Appended>();
        results[2].ShouldBe(new VersionClash(supporter, 2));
    }

    [Fact]
    public async Task A_repeat_however_late_stores_nothing_and_is_given_the_first_answer()
    {
        var stream = Guid.NewGuid();
        var command = Given.To(stream, 0) with { Answer = """{"receipt":"4T9Q"}""" };
        await Log.AppendAsync(command);
        await using var restarted = institution.AnotherNode();

        (await Log.AppendAsync(command)).ShouldBe(new AlreadyHandled("""{"receipt":"4T9Q"}"""));
        (await restarted.Log.AppendAsync(command with { Streams = [Given.Stream(stream, 1)] }))
            .ShouldBe(new AlreadyHandled("""{"receipt":"4T9Q"}"""));

        (await Log.ReadStreamAsync(stream, 0, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_command_sent_many_times_at_once_through_two_nodes_is_stored_once()
    {
        var command = Given.To(Guid.NewGuid(), 0);
        await using var other = institution.AnotherNode();

        var results = await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(i => (i % 2 == 0 ? Log : other.Log).AppendAsync(command)));

        results.Count(r => r is Appended).ShouldBe(1);
        results.Count(r => r is AlreadyHandled).ShouldBe(39);
    }

    [Fact]
    public async Task A_command_sent_twice_in_one_batch_is_stored_once()
    {
        var command = Given.To(Guid.NewGuid(), 0);

        var results = await OneBatch.OfAsync(institution, command, Given.To(Guid.NewGuid(), 0), command);

        results[0].ShouldBeOfType<Appended>();
        results[1].ShouldBeOfType<Appended>();
        results[2].ShouldBe(new AlreadyHandled(null));
    }

    [Fact]
    public async Task A_command_that_appends_no_event_is_remembered_all_the_same()
    {
        var command = new Append(Guid.NewGuid(), "we0014", Given.Now, []) { Answer = "1" };

        var results = await OneBatch.OfAsync(
            institution, Given.To(Guid.NewGuid(), 4), Given.To(Guid.NewGuid(), 0), command, Given.To(Guid.NewGuid(),
                0));

        results[1..].ShouldBe([new Appended(2), new Appended(0), new Appended(3)]);
        (await Log.AppendAsync(command)).ShouldBe(new AlreadyHandled("1"));
    }

    [Fact]
    public async Task A_command_as_large_as_an_import_is_stored_whole()
    {
        var streams = Enumerable.Range(0, 2_000).Select(_ => Given.Stream(Guid.NewGuid(), 0, 10)).ToList();

        var stored = await Log.AppendAsync(new Append(Guid.NewGuid(), "office", Given.Now, streams));

        stored.ShouldBeOfType<Appended>().LastPosition.ShouldBe(20_000);
        (await Log.StreamsOfTypeAsync("thing", CancellationToken.None)).Count.ShouldBe(2_000);
    }
}
