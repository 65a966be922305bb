using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

public sealed class AppendTests(Given given) : IAsyncLifetime
{
    private TestInstitution institution = null!;

    private PostgresEventLog Log => institution.Log;

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
    public async Task Of_two_writers_with_the_same_version_one_is_stored_and_the_other_told_so()
    {
        var stream = Guid.NewGuid();

        var results = await Task.WhenAll(Log.AppendAsync(Given.To(stream, 0)), Log.AppendAsync(Given.To(stream, 0)));

        results.Count(r => r is Appended).ShouldBe(1);
        results.OfType<VersionClash>().ShouldBe([new VersionClash(stream, 1)]);
        (await Log.ReadStreamAsync(stream, 0, CancellationToken.None)).Count.ShouldBe(1);
    }
}
