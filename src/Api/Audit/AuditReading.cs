using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>
/// The one way by which auditors read records (R24). Everything stays sealed, so that no word and no name is in it, and
/// the reading is on record before anything is looked at (R17).
/// </summary>
public sealed class AuditReading(IEventLog log, ReadItemKinds kinds, Reads reads, InstitutionDirectory directory)
{
    private const int StreamsPerRead = 200;

    private static readonly string[] Audited = ["escalation", "case-file", "referral"];

    /// <summary>
    /// The record that a name stands for; null where there is none. To the product itself every one is known.
    /// </summary>
    public async Task<ReadItem?> FindAsync(string name, Caller auditor, CancellationToken cancel) =>
        await kinds.FindAsync(name, cancel) is { } item && Audited.Contains(item.Kind, StringComparer.Ordinal)
            && (auditor.Person == PersonId.System || await kinds.IsKnownToAsync(item, auditor, cancel)) ? item : null;

    /// <summary>How each is called: "urgent contact 4T9Q".</summary>
    public Task<IReadOnlyDictionary<ReadItem, string>> NamesAsync(
        IReadOnlyCollection<ReadItem> items, CancellationToken cancel) => kinds.NamesAsync(items, cancel);

    /// <summary>
    /// One record with what the institution was: its own events, and those of the programme, the panel's rota, the
    /// supporter, their groups and everybody named in any of these, in the order of the log. Null where there is none.
    /// </summary>
    /// <exception cref="ReadNotRecordedException">Nothing of it may be shown.</exception>
    public async Task<AuditedRecord?> ReadAsync(string name, Caller auditor, CancellationToken cancel)
    {
        if (await FindAsync(name, auditor, cancel) is not { } item) return null;
        await RecordAsync(auditor, [item]);
        var own = await EventsAsync([item.Id], cancel);
        var last = KnownAt.Of(item, own, DateTimeOffset.MaxValue);
        PanelId?[] panels = [last.Panel];
        var first = await ProgrammeAsync([.. panels.OfType<PanelId>()], [.. Supporters(own)], cancel);
        var named = PeopleNamed.In(own.Concat(first), directory.Present.People.ContainsKey);
        var rest = await EventsAsync([.. GroupsOf(first), .. named.Select(StreamOf)], cancel);
        var names = await NamesAsync([item], cancel);
        return new(item, names[item], own, InOrder(own, first, rest));
    }

    /// <summary>
    /// What the institution was: programme, everybody, the rotas of these panels, these supporters and their groups, in
    /// the order of the log.
    /// </summary>
    public async Task<IReadOnlyList<Recorded>> BehindAsync(
        IReadOnlyCollection<PanelId> panels, IReadOnlyCollection<PersonId> supporters, CancellationToken cancel)
    {
        var first = await ProgrammeAsync(panels, supporters, cancel);
        var people = await log.StreamsOfTypeAsync(Person.StreamType, cancel);
        return InOrder(first, await EventsAsync([.. GroupsOf(first), .. people], cancel));
    }

    private async Task<IReadOnlyList<Recorded>> ProgrammeAsync(
        IReadOnlyCollection<PanelId> panels, IReadOnlyCollection<PersonId> supporters, CancellationToken cancel) =>
        await EventsAsync(
            [
                .. await log.StreamsOfTypeAsync(Programme.StreamType, cancel),
                .. panels.Select(panel => StreamIds.For(PanelRota.StreamType, panel.Value)),
                .. supporters.Select(supporter => StreamIds.For(Supporter.StreamType, supporter.Value)),
            ],
            cancel);

    private static IEnumerable<Guid> GroupsOf(IReadOnlyList<Recorded> events) =>
        events.Select(recorded => recorded.Event).OfType<SupervisionGroupAssigned>()
            .Select(assigned => StreamIds.For(SupervisionGroup.StreamType, assigned.Group.Value));

    private static Guid StreamOf(PersonId person) => StreamIds.For(Person.StreamType, person.Value);

    private static IReadOnlyList<Recorded> InOrder(params IEnumerable<Recorded>[] parts) =>
        [.. parts.SelectMany(part => part).OrderBy(recorded => recorded.Position)];

    /// <summary>What else was kept with it then; an urgent contact names its case file by the code.</summary>
    public async Task<IReadOnlyList<ReadItem>> KeptWithAsync(KnownAt known, CancellationToken cancel) =>
        known.Escalation?.CaseFile is { } code && await kinds.FindAsync(code, cancel) is { Kind: "case-file" } file
            ? [.. known.Kept, file]
            : known.Kept;

    /// <summary>Every one of these records by its own events alone, as it is known now.</summary>
    public async Task<IReadOnlyList<KnownAt>> LookThroughAsync(
        IReadOnlyList<ReadItem> items, DateTimeOffset now, CancellationToken cancel)
    {
        var events = (await EventsAsync([.. items.Select(item => item.Id)], cancel))
            .ToLookup(recorded => recorded.Stream);
        return [.. items.Select(item => KnownAt.Of(item, events[item.Id], now))];
    }

    /// <summary>Puts on record that all of these are about to be taken away as a file.</summary>
    /// <exception cref="ReadNotRecordedException">Nothing of them may be.</exception>
    public Task RecordExportAsync(Caller auditor, IReadOnlyList<ReadItem> items) =>
        reads.RecordAsync(auditor, items, ReadPurpose.Export);

    /// <summary>Puts on record that these are about to be shown.</summary>
    /// <exception cref="ReadNotRecordedException">Nothing of them may be shown.</exception>
    public async Task RecordAsync(Caller auditor, IReadOnlyList<ReadItem> items)
    {
        if (items.Count > 0) await reads.RecordAsync(auditor, [.. items.Distinct()], ReadPurpose.Review);
    }

    /// <summary>Everybody who was the supporter behind it at some time: their standing then is part of it.</summary>
    private static IEnumerable<PersonId> Supporters(IReadOnlyList<Recorded> events) =>
        events.Select(recorded => recorded.Event switch
        {
            EscalationRaised raised => raised.Raiser,
            CaseFileOpened opened => opened.Supporter,
            CaseFileHandedOver handed => handed.To,
            CaseFileReassigned { ToSupporter: true } given => given.To,
            ReferralOffered offered => offered.Owner,
            ReferralReassigned given => given.To,
            _ => (PersonId?)null,
        }).OfType<PersonId>().Distinct();

    private async Task<IReadOnlyList<Recorded>> EventsAsync(
        IReadOnlyCollection<Guid> streams, CancellationToken cancel)
    {
        var events = new List<Recorded>();
        foreach (var page in streams.Distinct().Chunk(StreamsPerRead))
            events.AddRange(EventCodec.DecodeSealed(await log.ReadStreamsAsync(page, cancel)));
        return events;
    }
}

/// <summary>A record as an auditor reads it, with everything from which it can be told at any moment.</summary>
/// <param name="Name">"urgent contact 4T9Q".</param>
/// <param name="Events">Its own events, oldest first.</param>
public sealed record AuditedRecord(
    ReadItem Item, string Name, IReadOnlyList<Recorded> Events, IReadOnlyList<Recorded> Log)
{
    public KnownAt At(DateTimeOffset moment) => KnownAt.Of(Item, Log, moment);
}
