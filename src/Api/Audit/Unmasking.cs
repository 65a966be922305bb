using Safeguard.Api.CaseFiles;
using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.CaseFiles;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>
/// The names of the people in one record, for an auditor who broke glass for it (R24). What was said stays sealed; that
/// the names are seen is on record before they are opened (R17).
/// </summary>
public sealed class Unmasking(StreamMemory memory, Reads reads, EventCodec codec, InstitutionDirectory directory)
{
    /// <summary>The record whose glass shows the names in this one: a referral is read with its case file.</summary>
    public static ReadItem OpenedBy(KnownAt known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.Referral?.Offer is { } offer ? new(CaseFileKind.StreamType, offer.CaseFile) : known.Item;
    }

    /// <summary>Null where the auditor has not broken glass for it, or the time is over.</summary>
    /// <param name="known">The record as it was known at the moment that is shown.</param>
    /// <exception cref="ReadNotRecordedException">No name may be shown.</exception>
    public async Task<Unmasked?> OfAsync(
        KnownAt known, Caller auditor, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(known);
        var access = await memory.LoadFreshAsync(AccessKind.Kind, AccessKind.StreamOf(auditor.Person), cancel);
        if (access.State.OpenUntil(OpenedBy(known), now) is not { } until) return null;
        await reads.RecordAsync(auditor, known.Item, ReadPurpose.BreakGlass);
        var said = known.Events.LastOrDefault(recorded => recorded.Event is StudentIdentified);
        var student = said is null ? null : (await codec.DecodeAsync([said.Stored], cancel))[0].Event;
        return new(until, directory.Present.PersonName, (student as StudentIdentified)?.Name.Text);
    }
}

/// <summary>Names, for as long as the glass is open.</summary>
/// <param name="Student">Who the student is, where that was written down by then.</param>
public sealed record Unmasked(DateTimeOffset Until, Func<PersonId, string> NameOf, string? Student);
