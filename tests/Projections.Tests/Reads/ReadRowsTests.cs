using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.EventStore;
using Safeguard.Projections.Reads;
using Safeguard.TestSupport;

namespace Safeguard.Projections.Tests.Reads;

/// <summary>Who has read what: a projection that follows the log.</summary>
[Trait("Rule", "R17")]
public sealed class ReadRowsTests(Given given) : IAsyncLifetime
{
    private static readonly ReadItem One = new("escalation", new("0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b21"));
    private static readonly ReadItem Other = new("escalation", new("0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b22"));

    private TestInstitution institution = null!;
    private Positions positions = null!;

    public async ValueTask InitializeAsync()
    {
        institution = await given.AnInstitutionAsync();
        positions = new Positions(institution.Database);
    }

    public ValueTask DisposeAsync() => institution.DisposeAsync();

    [Fact]
    public async Task Of_an_item_every_reading_newest_first_and_every_reader_once_a_right()
    {
        await HappensAsync("we0014", 0, One, ReadPurpose.Response);
        await HappensAsync("we0014", 1, One, ReadPurpose.Response);
        await HappensAsync("we0015", 2, Other, ReadPurpose.Response);
        await HappensAsync("we0016", 3, One, ReadPurpose.BreakGlass);
        await FollowAsync(4);

        var rows = new ReadRows(institution.Database.Pool);
        var reads = await rows.OfAsync(One, before: null, CancellationToken.None);
        reads.Select(read => (read.Person.Value, read.Position))
            .ShouldBe([("we0016", 4), ("we0014", 2), ("we0014", 1)]);
        reads[0].ShouldBe(new(4, One, new("we0016"), Role.Supporter, ReadPurpose.BreakGlass, Given.Now.AddMinutes(3)));
        (await rows.OfAsync(One, before: 2, CancellationToken.None)).ShouldHaveSingleItem().Position.ShouldBe(1);
        (await rows.ReadersOfAsync(One, CancellationToken.None)).ShouldBe(
        [
            new(new("we0016"), ReadPurpose.BreakGlass, 1, Given.Now.AddMinutes(3)),
            new(new("we0014"), ReadPurpose.Response, 2, Given.Now.AddMinutes(1)),
        ]);
        (await rows.OfAsync(One with { Kind = "case-file" }, null, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rebuilt_or_worked_in_again_it_is_what_it_was()
    {
        const string all = "select string_agg(reads::text, ' ' order by position) from reads";
        for (var minute = 0; minute < 60; minute++)
            await HappensAsync($"we00{10 + minute % 7}", minute, minute % 3 == 0 ? One : Other, ReadPurpose.Response);
        await FollowAsync(60);
        var live = await institution.AsServerAsync(all);
        await institution.AsOwnerAsync("delete from mt_event_progression");
        await FollowAsync(60);
        (await institution.AsServerAsync(all)).ShouldBe(live);
        await institution.AsOwnerAsync("delete from reads; delete from mt_event_progression");
        await FollowAsync(60);
        (await institution.AsServerAsync(all)).ShouldBe(live);
    }

    private async Task HappensAsync(string person, int minute, ReadItem item, ReadPurpose purpose)
    {
        var append = Given.To(
            Guid.NewGuid(), "access", 0, Given.Now.AddMinutes(minute), new RecordRead(new(person), item, purpose));
        (await institution.Log.AppendAsync(append)).ShouldBeOfType<Appended>();
    }

    private async Task FollowAsync(long to)
    {
        using var cancel = new CancellationTokenSource();
        var running = new Follower(institution.Log, positions, ReadRows.Name, ReadRows.WorkAsync, TimeProvider.System)
            .RunAsync(cancel.Token);
        while (!running.IsCompleted && await positions.ReadAsync(ReadRows.Name, CancellationToken.None) < to)
            await Task.Delay(10);
        await cancel.CancelAsync();
        await running.ShouldThrowAsync<OperationCanceledException>();
    }
}
