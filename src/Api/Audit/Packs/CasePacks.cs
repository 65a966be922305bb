using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.EventStore;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Audit.Packs;

/// <summary>
/// The one way by which a case's whole history leaves the product (R24): that somebody takes it away is on record, of
/// every record in it, before a byte of it is written (R17).
/// </summary>
internal sealed class CasePacks(IEventLog log, AuditReading records, WholeReads reads, PackScopes scopes)
{
    /// <param name="name">A case code, the short code of an urgent contact, or kind and id.</param>
    /// <param name="position">Of an earlier pack, to have it once more; null for everything up to now.</param>
    /// <exception cref="ReadNotRecordedException">Nothing of it may be written.</exception>
    public async Task<TakenPack> TakeAsync(string name, Caller reader, long? position, CancellationToken cancel)
    {
        if (await records.FindAsync(name, reader, cancel) is not { } item) return TakenPack.NoSuchCase;
        var @case = await scopes.CaseOfAsync(item, cancel);
        if (position is { } asked && !await IsInAsync(@case, asked, cancel)) return TakenPack.NoSuchPosition;
        var (parts, recorded) = (await scopes.RecordsAsync(@case, position ?? long.MaxValue, cancel), 0);
        long upTo;
        do
        {
            await records.RecordExportAsync(reader, [.. PackScope.Readable(parts.Skip(recorded))]);
            recorded = parts.Count;
            upTo = position ?? await log.LastPositionAsync(cancel);
            // What was linked in between is taken away as well, so it is put on record first.
            parts = await scopes.RecordsAsync(@case, upTo, cancel);
        }
        while (PackScope.Readable(parts.Skip(recorded)).Count > 0);

        var names = await records.NamesAsync([@case], cancel);
        var moment = (await MomentAsync(upTo, cancel))!.Value;
        return new(new CasePack(new(@case, names[@case], parts, upTo, moment), log, reads, records), Fault: null);
    }

    /// <summary>Whether something lies at that position, and the case had begun by then.</summary>
    private async Task<bool> IsInAsync(ReadItem @case, long position, CancellationToken cancel) =>
        await MomentAsync(position, cancel) is not null
        && await log.ReadMergedPageAsync(
            new Dictionary<Guid, long> { [@case.Id] = 0 }, position, cancel) is not [];

    /// <summary>When what lies at that position was recorded; null where nothing does.</summary>
    private async Task<DateTimeOffset?> MomentAsync(long position, CancellationToken cancel) =>
        await log.ReadAllAsync(position - 1, 1, cancel) is [var stored] && stored.Position == position
            ? stored.RecordedAt
            : null;
}

/// <summary>A pack that may be written now, or why there is none.</summary>
internal sealed record TakenPack(CasePack? Pack, PackFault? Fault)
{
    public static TakenPack NoSuchCase { get; } = new(null, PackFault.NoSuchCase);
    public static TakenPack NoSuchPosition { get; } = new(null, PackFault.NoSuchPosition);
}

internal enum PackFault
{
    NoSuchCase, NoSuchPosition,
}
