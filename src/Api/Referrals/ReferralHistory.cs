using Safeguard.Api.CaseFiles;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>
/// One referral as it was read for one reader: everything that happened, and what the reader is to it. Words that are
/// not theirs are not in it: they read as erased.
/// </summary>
/// <param name="ShowsWords">Whether they are in it: those of its case file are, or are not, with them.</param>
public sealed record ReferralHistory(
    Guid Id, ReferralMemory Memory, IReadOnlyList<Recorded> Events, ReferralContext Context, Institution Institution,
    bool ShowsWords)
{
    public Referral State => Memory.State;
    public long Version => Memory.Version;
    public ReferralOffered Offered => (ReferralOffered)Events[0].Event;
}

/// <summary>
/// Reads referrals whole, for a page or the API. A referral is a part of its case file: its words are opened only after
/// the reading of the file is on record (R17).
/// </summary>
public sealed class ReferralReader(
    IEventLog log, EventCodec codec, CaseFileReader files, ReferralRows rows, InstitutionDirectory directory)
{
    /// <summary>
    /// Everything for those who may read its case file, its state for others. Null when there is none, or the file is
    /// not the reader's to know.
    /// </summary>
    public Task<ReferralHistory?> FindAsync(Guid id, Caller reader, CancellationToken cancel) =>
        FindAsync(id, file => files.FindAsync(file, reader, cancel), cancel);

    /// <summary>What it is to whoever may know of it: not a word is in it, so nothing is put on record.</summary>
    public Task<ReferralHistory?> LookAtAsync(Guid id, Caller reader, CancellationToken cancel) =>
        FindAsync(id, file => files.LookAtAsync(file, reader, cancel), cancel);

    /// <summary>The referrals of a case file that was read already, newest first.</summary>
    public async Task<IReadOnlyList<ReferralHistory>> OfFileAsync(CaseFileHistory file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        var ids = (await rows.OfCaseFileAsync(file.Id, cancel)).Select(referral => referral.Row.Id).ToList();
        if (ids.Count == 0) return [];
        var stored = (await log.ReadStreamsAsync(ids, cancel)).ToLookup(recorded => recorded.Stream);
        var found = new List<ReferralHistory>();
        foreach (var id in ids) found.Add(await OpenAsync(id, [.. stored[id]], file, cancel));
        return found;
    }

    private async Task<ReferralHistory?> FindAsync(
        Guid id, Func<Guid, Task<CaseFileHistory?>> fileOf, CancellationToken cancel)
    {
        var stored = await log.ReadWholeStreamAsync(id, cancel);
        var first = EventCodec.DecodeSealed([.. stored.Take(1)]);
        var offered = first.Count == 0 ? null : first[0].Event as ReferralOffered;
        // Of a referral that is not there the file is asked for as well, so that it takes as long to say so (R15).
        var file = await fileOf(offered?.CaseFile ?? id);
        return offered is null || file is null ? null : await OpenAsync(id, stored, file, cancel);
    }

    private async Task<ReferralHistory> OpenAsync(
        Guid id, IReadOnlyList<StoredEvent> stored, CaseFileHistory file, CancellationToken cancel)
    {
        var events = file.ShowsWords ? await codec.DecodeAsync(stored, cancel) : EventCodec.DecodeSealed(stored);
        var memory = events.Aggregate(ReferralMemory.NotOffered, (folded, recorded) =>
            ReferralMemory.Evolve(folded, (ReferralEvent)recorded.Event, recorded.Stamp));
        var context = ReferralCommands.Context(directory.Present, file.Id, file.State, file.Context);
        return new(id, memory, events, context, directory.Present, file.ShowsWords);
    }
}
