using Safeguard.Api.CaseFiles;
using Safeguard.Api.Escalations;
using Safeguard.Api.Referrals;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Referrals;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit.Packs;

/// <summary>What one pack is of, and up to where.</summary>
/// <param name="Case">The case file, or an urgent contact that belongs to none.</param>
/// <param name="Name">"case file WX-7K3M".</param>
/// <param name="Records">The case itself first, then its urgent contacts and referrals as they were linked.</param>
/// <param name="Position">The last position of the log that is in it.</param>
/// <param name="Moment">When what lies at that position was recorded.</param>
internal sealed record PackScope(
    ReadItem Case, string Name, IReadOnlyList<ReadItem> Records, long Position, DateTimeOffset Moment)
{
    /// <summary>"WX-7K3M".</summary>
    public string Code => Name[(Name.LastIndexOf(' ') + 1)..];

    /// <summary>Those that are read by themselves; a referral is read with its case file.</summary>
    public static IReadOnlyList<ReadItem> Readable(IEnumerable<ReadItem> records) =>
        [.. records.Where(record => record.Kind != ReferralKind.StreamType)];

    public ReadItem RecordOf(Guid stream) => Records.First(record => record.Id == stream);
}

/// <summary>Finds what belongs to a case, by what its own events say.</summary>
internal sealed class PackScopes(IEventLog log, AuditReading records)
{
    private static readonly string[] Links =
        [EventNames.Of(typeof(EscalationLinked)), EventNames.Of(typeof(ReferralLinked))];

    /// <summary>
    /// The case that a record belongs to: of an urgent contact or a referral the case file that it is linked to, else
    /// itself.
    /// </summary>
    public async Task<ReadItem> CaseOfAsync(ReadItem item, CancellationToken cancel)
    {
        if (item.Kind == CaseFileKind.StreamType) return item;
        var first = EventCodec.DecodeSealed(await log.ReadStreamAsync(item.Id, 0, cancel))[0];
        if (first.Event is ReferralOffered offered) return new(CaseFileKind.StreamType, offered.CaseFile);
        if (first.Event is not EscalationRaised { CaseFile: { } code }
            || await records.FindAsync($"{CaseFileKind.StreamType}:{code}", Caller.System, cancel) is not { } file)
            return item;
        return (await RecordsAsync(file, long.MaxValue, cancel)).Contains(item) ? file : item;
    }

    /// <summary>The case with everything that had been linked to it up to that position.</summary>
    public async Task<IReadOnlyList<ReadItem>> RecordsAsync(ReadItem @case, long upTo, CancellationToken cancel)
    {
        var found = new List<ReadItem> { @case };
        if (@case.Kind != CaseFileKind.StreamType) return found;
        await foreach (var stored in log.ReadMergedAsync([@case.Id], upTo, cancel))
        {
            if (!Links.Contains(stored.Type, StringComparer.Ordinal)) continue;
            found.Add(EventCodec.DecodeSealed([stored])[0].Event switch
            {
                EscalationLinked linked => new(EscalationKind.StreamType, linked.Escalation),
                var referred => new(ReferralKind.StreamType, ((ReferralLinked)referred).Referral),
            });
        }

        return [.. found.Distinct()];
    }
}
