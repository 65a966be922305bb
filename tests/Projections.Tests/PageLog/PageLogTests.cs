using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.EventStore;
using Safeguard.Projections.PageLog;
using Safeguard.TestSupport;

namespace Safeguard.Projections.Tests.PageLog;

/// <summary>Who was paged last: a projection that follows the log, rebuilt, stopped and put right.</summary>
public sealed class PageLogTests(Given given) : IAsyncLifetime
{
    private const string Rows = "select string_agg(doc::text, ' ' order by person) from page_log";
    private TestInstitution institution = null!;
    private Positions positions = null!;

    public async ValueTask InitializeAsync()
    {
        institution = await given.AnInstitutionAsync();
        positions = new Positions(institution.Database);
    }

    public ValueTask DisposeAsync() => institution.DisposeAsync();

    [Fact]
    public async Task Everybody_has_the_last_page_to_them_and_the_last_that_failed()
    {
        var escalation = Guid.NewGuid();
        await PageAsync(escalation, 0, minutes: 0, Paged("we0014", "we0015"));
        await PageAsync(escalation, 1, minutes: 1, new PageFailed([new("we0015")], "email", "SmtpException"));
        await PageAsync(escalation, 2, minutes: 10, Paged("we0014"));
        await FollowAsync(3);

        var rows = new PageLogRows(institution.Database.Pool);
        (await rows.FindAsync(new("we0014"), CancellationToken.None))
            .ShouldBe(new PageLogRow(new("we0014"), Given.Now.AddMinutes(10), FailedAt: null));
        (await rows.FindAsync(new("we0015"), CancellationToken.None))
            .ShouldBe(new PageLogRow(new("we0015"), Given.Now, Given.Now.AddMinutes(1)));
        (await rows.FindAsync(new("we0016"), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Rebuilt_it_is_what_it_was_live_byte_for_byte()
    {
        await HistoryAsync(upTo: 400, follow: true);
        var live = await institution.AsServerAsync(Rows);
        live.ShouldBeOfType<string>().Length.ShouldBeGreaterThan(500);

        await institution.AsOwnerAsync("delete from page_log");
        await institution.AsOwnerAsync("delete from mt_event_progression");
        await FollowAsync(await institution.Log.LastPositionAsync(CancellationToken.None));

        (await institution.AsServerAsync(Rows)).ShouldBe(live);
    }

    [Fact]
    public async Task One_that_throws_stops_before_the_event_alarms_and_skips_nothing_once_it_is_put_right()
    {
        var escalation = Guid.NewGuid();
        await PageAsync(escalation, 0, 0, Paged("we0014"));
        await PageAsync(escalation, 1, 10, Paged("we0015"));
        await PageAsync(escalation, 2, 20, Paged("we0016"));
        await institution.AsOwnerAsync("alter table page_log add constraint broken check (person <> 'we0015')");

        await Follower().RunAsync(CancellationToken.None).ShouldThrowAsync<ProjectionStoppedException>();

        (await positions.StopsAsync(CancellationToken.None)).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(stop => stop.Name.ShouldBe("page_log"), stop => stop.Position.ShouldBe(2));
        (await positions.ReadAsync("page_log", CancellationToken.None)).ShouldBe(1);
        (await institution.AsServerAsync("select string_agg(person, ' ') from page_log")).ShouldBe("we0014");

        await institution.AsOwnerAsync("alter table page_log drop constraint broken");
        await FollowAsync(3);

        (await positions.StopsAsync(CancellationToken.None)).ShouldBeEmpty();
        (await institution.AsServerAsync("select string_agg(person, ' ' order by person) from page_log"))
            .ShouldBe("we0014 we0015 we0016");
    }

    [Fact]
    public async Task An_event_of_a_shape_it_does_not_know_stops_it_and_is_not_stepped_over()
    {
        var escalation = Guid.NewGuid();
        await PageAsync(escalation, 0, 0, Paged("we0014"));
        await institution.Log.AppendAsync(new(Guid.NewGuid(), "we0102", Given.Now,
            [new StreamAppend(escalation, "escalation", 1, [new(Guid.NewGuid(), "page_sent", """{"rung":1}""")])]));
        await PageAsync(escalation, 2, 20, Paged("we0016"));

        await Follower().RunAsync(CancellationToken.None).ShouldThrowAsync<ProjectionStoppedException>();

        (await positions.StopsAsync(CancellationToken.None)).ShouldHaveSingleItem().Fault.ShouldBe("JsonException");
        (await positions.ReadAsync("page_log", CancellationToken.None)).ShouldBe(1);
    }

    private static PageSent Paged(params string[] people) =>
        new(0, [.. people.Select(person => new PersonId(person))], 0, PageReason.Rung, null);

    private async Task PageAsync(Guid escalation, long version, int minutes, params object[] happened)
    {
        var append = Given.To(escalation, "escalation", version, Given.Now.AddMinutes(minutes), happened);
        (await institution.Log.AppendAsync(append)).ShouldBeOfType<Appended>();
    }

    /// <summary>Seeded pages of twenty people, followed in many small pieces while they happen.</summary>
    private async Task HistoryAsync(int upTo, bool follow)
    {
        var random = new Random(20);
        for (var minute = 0; minute < upTo; minute++)
        {
            var to = Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"we00{random.Next(10, 30)}").Distinct();
            object happened = random.Next(4) == 0
                ? new PageFailed([.. to.Select(person => new PersonId(person))], "email", "SmtpException")
                : Paged([.. to]);
            await PageAsync(Guid.NewGuid(), 0, minute, happened);
            if (follow && minute % 40 == 39)
                await FollowAsync(await institution.Log.LastPositionAsync(CancellationToken.None));
        }
    }

    private Follower Follower() =>
        new(institution.Log, positions, PageLogRows.Name, PageLogRows.WorkAsync, TimeProvider.System);

    private async Task FollowAsync(long to)
    {
        using var cancel = new CancellationTokenSource();
        var running = Follower().RunAsync(cancel.Token);
        while (!running.IsCompleted && await positions.ReadAsync("page_log", CancellationToken.None) < to)
            await Task.Delay(10);
        await cancel.CancelAsync();
        await running.ShouldThrowAsync<OperationCanceledException>();
    }
}
