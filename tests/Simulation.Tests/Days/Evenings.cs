using Safeguard.Domain.Access;
using Safeguard.EventStore;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Events;
using Safeguard.TestSupport;

namespace Safeguard.Simulation.Tests.Days;

/// <summary>
/// What the running system said of every record in the evening, kept to be held against what an auditor is told
/// afterwards of that moment (R24).
/// </summary>
internal sealed class Evenings(TestInstitution institution)
{
    private static readonly string[] Kinds = ["escalation", "case-file", "referral"];

    private readonly List<Evening> _evenings = [];

    private sealed record Evening(long Position, IReadOnlyDictionary<ReadItem, Said> Records);

    private readonly record struct Said(string State, string Owner, string Panel, DateTimeOffset? NextWakeUp);

    /// <summary>Rows and the end of the log in one snapshot.</summary>
    public async Task KeepAsync()
    {
        await using var command = institution.Database.Pool.CreateCommand(
            """
            select (select max(seq_id) from mt_events), kind, key::uuid, doc->>'state', owner, doc->>'panel',
                doc->>'nextWakeUp'
            from (
                select 'escalation' as kind, key, doc, owner from escalation_queue union all
                select 'case-file', key, doc, owner from case_files union all
                select 'referral', key, doc, owner from referrals
            ) records
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var (position, records) = (0L, new Dictionary<ReadItem, Said>());
        while (await reader.ReadAsync())
        {
            position = reader.GetInt64(0);
            records[new(reader.GetString(1), reader.GetGuid(2))] = new(
                reader.GetString(3), reader.GetString(4), reader.IsDBNull(5) ? "" : reader.GetString(5),
                reader.IsDBNull(6) ? null : DateTimeOffset.Parse(reader.GetString(6), null));
        }

        if (records.Count > 0) _evenings.Add(new(position, records));
    }

    /// <summary>How many answers about a past moment are as the system had it then; one that is not is named.</summary>
    public async Task<(int Same, IReadOnlyList<string> Other)> CompareAsync()
    {
        IEventLog store = institution.Log;
        var log = new List<Recorded>();
        foreach (var kind in Kinds)
        {
            foreach (var stream in await store.StreamsOfTypeAsync(kind, CancellationToken.None))
            {
                log.AddRange(EventCodec.DecodeSealed(
                    await store.ReadWholeStreamAsync(stream, CancellationToken.None)));
            }
        }

        var (same, other) = (0, new List<string>());
        var byStream = log.ToLookup(recorded => recorded.Stream);
        var moments = log.OrderBy(recorded => recorded.Position).ToList();
        foreach (var evening in _evenings)
        {
            var last = moments.LastOrDefault(recorded => recorded.Position <= evening.Position);
            // Where more was recorded within the same millisecond no moment lies between the two.
            if (last is null || moments.Exists(recorded => recorded.Position > last.Position
                && recorded.Stamp.RecordedAt <= last.Stamp.RecordedAt)) continue;
            foreach (var (item, said) in evening.Records)
            {
                var known = KnownAt.Of(item, byStream[item.Id], last.Stamp.RecordedAt);
                if (new Said($"{known.State}", $"{known.Owner}", $"{known.Panel}", known.NextWakeUp) == said) same++;
                else other.Add($"{item} at {last.Stamp.RecordedAt:O}");
            }
        }

        return (same, other);
    }
}
