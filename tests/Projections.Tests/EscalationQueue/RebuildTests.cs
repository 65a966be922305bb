using Safeguard.Domain.Escalations;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;
using Safeguard.TestSupport;

namespace Safeguard.Projections.Tests.EscalationQueue;

/// <summary>The queue and the open items, made again from nothing but the bytes in the log.</summary>
public sealed class RebuildTests(Given given)
{
    private const int Seed = 2026;

    [Theory]
    [InlineData(EscalationRow.Table)]
    [InlineData(OpenItemRow.Table)]
    [Trait("Rule", "R4")]
    public async Task Rebuilt_it_is_what_it_was_live_byte_for_byte(string table)
    {
        await using var institution = await given.AnInstitutionAsync();
        var keys = Given.Keys(institution);
        var random = new Random(Seed);
        for (var one = 0; one < 12; one++) await new RandomEscalation(institution, keys, random).LiveAsync(moves: 60);

        var live = await TextAsync(institution, $"select key || ' ' || doc::text from {table}");
        live.ShouldNotBeEmpty();
        var rebuilt = (await RebuildAsync(institution, keys)).Where(row => row.Table == table).ToList();
        // Through the same type, whose writing of a document is PostgreSQL's own.
        var written = new List<string>();
        foreach (var row in rebuilt)
        {
            var doc = row.Doc!.Replace("'", "''", StringComparison.Ordinal);
            written.Add($"{row.Key} {await institution.AsServerAsync($"select '{doc}'::jsonb::text")}");
        }

        string.Join('\n', live).ShouldBe(
            string.Join('\n', written.Order(StringComparer.Ordinal)), customMessage: $"seed {Seed}");
    }

    [Fact]
    public async Task No_word_of_anybody_is_in_a_read_model()
    {
        await using var institution = await given.AnInstitutionAsync();
        await new RandomEscalation(institution, Given.Keys(institution), new Random(Seed)).LiveAsync(moves: 80);
        foreach (var table in new[] { EscalationRow.Table, OpenItemRow.Table, "page_log", "mt_events" })
        {
            var rows = await TextAsync(institution, $"select t::text from {table} t");
            rows.Where(row => row.Contains("nobody may find", StringComparison.Ordinal)).ShouldBeEmpty(table);
        }
    }

    private static async Task<List<RowWrite>> RebuildAsync(TestInstitution institution, SubjectKeys keys)
    {
        var streams = await institution.Log.StreamsOfTypeAsync("escalation", CancellationToken.None);
        var stored = await institution.Log.ReadStreamsAsync(streams, CancellationToken.None);
        var folded = new Dictionary<Guid, EscalationMemory>();
        foreach (var recorded in await new EventCodec(keys).DecodeAsync(stored, CancellationToken.None))
        {
            var before = folded.GetValueOrDefault(recorded.Stream, EscalationMemory.NotRaised);
            folded[recorded.Stream] = EscalationMemory.Evolve(before, (EscalationEvent)recorded.Event, recorded.Stamp);
        }

        return
        [
            .. folded.SelectMany(one => EscalationReadModels.Writes(one.Key, EscalationMemory.NotRaised, one.Value)),
        ];
    }

    private static async Task<IReadOnlyList<string>> TextAsync(TestInstitution institution, string sql)
    {
        await using var command = institution.Database.Pool.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
