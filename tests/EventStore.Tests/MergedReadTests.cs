using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

/// <summary>Some streams as one, in the order of the log.</summary>
public sealed class MergedReadTests(Given given) : IAsyncLifetime
{
    private TestInstitution institution = null!;

    public async ValueTask InitializeAsync() => institution = await given.AnInstitutionAsync();

    public ValueTask DisposeAsync() => institution.DisposeAsync();

    [Fact]
    public async Task Streams_longer_than_a_page_are_read_as_one_and_none_of_another_is_in_it()
    {
        IEventLog log = institution.Log;
        var (long1, long2, other) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        const int Run = (StoreLimits.MaxEventsPerPage * 3 / 4) + 1;
        for (var turn = 0; turn < 4; turn++)
        {
            foreach (var stream in new[] { long1, other, long2 })
                await log.AppendAsync(Given.To(stream, turn * Run, Run));
        }

        var whole = await log.ReadAllAsync(0, StoreLimits.MaxEventsPerRead, CancellationToken.None);
        foreach (var upTo in new[] { long.MaxValue, whole.Count / 2, 1, 0 })
        {
            var read = new List<StoredEvent>();
            await foreach (var stored in log.ReadMergedAsync([long1, long2, long1], upTo, CancellationToken.None))
                read.Add(stored);
            read.ShouldBe(whole.Where(stored => stored.Stream != other && stored.Position <= upTo), $"up to {upTo}");
        }
    }
}
