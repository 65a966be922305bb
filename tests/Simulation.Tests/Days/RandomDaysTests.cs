using Safeguard.TestSupport;

namespace Safeguard.Simulation.Tests.Days;

/// <summary>
/// Case files over days and days, with people lapsing, suspended, away and gone: what must hold is looked at every
/// evening, in the real store of a real server, against a second opinion from the events.
/// </summary>
public sealed class RandomDaysTests
{
    /// <summary>Days of one seed: two terms and the vacation between them.</summary>
    private const int LongDays = 120;
    private const int ShortDays = 25;
    private const int LongSeeds = 25;

    /// <summary>Evenings from one proof of every read model to the next; the last evening has one too.</summary>
    private const int BetweenChecks = 40;

    public static TheoryData<int, int> Seeds() => LongForm.Asked
        ? new(Enumerable.Range(1, LongSeeds).Select(seed => (seed, LongDays)))
        : new((20261128, ShortDays));

    [Theory, MemberData(nameof(Seeds))]
    [Trait("Rule", "R2"), Trait("Rule", "R3"), Trait("Rule", "R4"), Trait("Rule", "R9"), Trait("Rule", "R24")]
    public async Task Nothing_open_is_without_an_owner_nothing_is_closed_over_something_open_and_nothing_is_removed(
        int seed, int days)
    {
        var installation = await Installation.CreateAsync(await PostgresCluster.SharedAsync());
        await using var node = await SafeguardNode.StartAsync(installation);
        await using var institution = TestInstitution.Of(installation.Options);
        var programme = new RandomDays(new Random(seed), institution, node);
        var (happened, evenings) = (new WhatHappened(), new Evenings(institution));
        await happened.ReadOnAsync(institution.Log);
        var (upTo, before) = (happened.Position, await FingerprintAsync(institution, happened.Position));

        for (var day = 1; day <= days; day++)
        {
            await programme.DayAsync();
            await evenings.KeepAsync();
            await happened.ReadOnAsync(institution.Log);
            happened.Faults.ShouldBeEmpty($"day {day} of seed {seed}");
            await EverythingOpenIsOwnedAsync(institution, happened, programme.Gone, await node.NowAsync());
            if (day % BetweenChecks != 0 && day != days) continue;
            var check = await installation.CheckAsync();
            check.ExitCode.ShouldBe(0, $"day {day} of seed {seed}: {check.Said}");
            (await FingerprintAsync(institution, upTo)).ShouldBe(before, "what was stored is not as it was");
            (upTo, before) = (happened.Position, await FingerprintAsync(institution, happened.Position));
        }

        var (same, other) = await evenings.CompareAsync();
        other.ShouldBeEmpty($"seed {seed}: an auditor would be told something else than was known");
        same.ShouldBeGreaterThan(days);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{same} records on {days} evenings as an auditor is told them; {programme.Gone.Count} left.");
        TestContext.Current.TestOutputHelper?.WriteLine(Often(programme.Answers));
        TestContext.Current.TestOutputHelper?.WriteLine(Often(happened.Counts));
        // A simulation in which nothing happens would hold anything.
        string[] must =
        [
            "case_file_closed", "case_file_handed_over", "case_file_reassigned", "referral_completed", "lapsed",
            "escalation_linked", "contact_corrected", "case_question_answered", "handover_asked", "suspended",
        ];
        happened.Counts.Keys.Intersect(must).ShouldBe(must, ignoreOrder: true);
    }

    private static string Often(IReadOnlyDictionary<string, int> counts) => string.Join(
        ", ", counts.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Value} {kind.Key}"));

    /// <summary>R4: everything open has one owner who is still there and one wake-up, and no wake-up is late.</summary>
    private static async Task EverythingOpenIsOwnedAsync(
        TestInstitution institution, WhatHappened happened, IReadOnlySet<string> gone, DateTimeOffset now)
    {
        var items = new Dictionary<(Guid Stream, string Kind), int>();
        await using var command = institution.Database.Pool.CreateCommand(
            "select stream, kind, owner, next_wake_up from open_items");
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                var key = (reader.GetGuid(0), reader.GetString(1));
                items[key] = items.GetValueOrDefault(key) + 1;
                gone.ShouldNotContain(reader.GetString(2), $"{key} belongs to somebody who left");
                reader.GetFieldValue<DateTimeOffset>(3).ShouldBeGreaterThan(now.AddMinutes(-1), $"{key} is late");
            }
        }

        foreach (var file in happened.OpenFiles) items.GetValueOrDefault((file, "caseFile")).ShouldBe(1, $"{file}");
        foreach (var file in happened.ClosedFiles) items.ShouldNotContainKey((file, "caseFile"));
        foreach (var referral in happened.OpenReferrals)
            items.GetValueOrDefault((referral, "referral")).ShouldBe(1, $"{referral}");
    }

    /// <summary>Of every event up to a position, each with all that it says (R2).</summary>
    private static Task<object?> FingerprintAsync(TestInstitution institution, long position) =>
        institution.AsOwnerAsync(
            $"""
            select count(*) || ' ' || md5(string_agg(md5(event::text), '' order by seq_id))
            from mt_events event where seq_id <= {position}
            """);
}
