using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Supervision;

/// <summary>
/// What the directory does not keep of a group and its members: words that somebody wrote, and what stood in a register
/// before it was corrected.
/// </summary>
public sealed class GroupHistory(IEventLog log, EventCodec codec)
{
    public async Task<IReadOnlyList<Recorded>> OfAsync(GroupId group, CancellationToken cancel) =>
        await codec.DecodeAsync(
            await log.ReadWholeStreamAsync(StreamIds.For(SupervisionGroup.StreamType, group.Value), cancel), cancel);

    /// <summary>
    /// Why each of these was not at a session, in a word, as their own streams have it; for whoever supervises them.
    /// </summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> ReasonsAsync(
        Guid session, IEnumerable<PersonId> people, CancellationToken cancel)
    {
        var streams = people.ToDictionary(person => StreamIds.For(Supporter.StreamType, person.Value));
        var stored = await log.ReadStreamsAsync(streams.Keys, cancel);
        var reasons = new Dictionary<PersonId, string>();
        foreach (var own in (await codec.DecodeAsync(stored, cancel)).GroupBy(recorded => recorded.Stream))
        {
            var last = own.LastOrDefault(recorded => SessionOf(recorded.Event) == session)?.Event;
            if (ReasonIn(last)?.Text is { } reason) reasons[streams[own.Key]] = reason;
        }

        return reasons;

        static Guid? SessionOf(object happened) => happened switch
        {
            SupervisionMissed missed => missed.Session,
            AttendanceCorrected corrected => corrected.Session,
            _ => null,
        };

        static Confidential? ReasonIn(object? happened) => happened switch
        {
            SupervisionMissed missed => missed.Reason,
            AttendanceCorrected corrected => corrected.Reason,
            _ => null,
        };
    }

    /// <summary>Corrections of one session's register, oldest first.</summary>
    internal static IReadOnlyList<CorrectionView> Corrections(
        Institution institution, IReadOnlyList<Recorded> events, Guid session) =>
    [
        .. from recorded in events
           let corrected = recorded.Event as RegisterCorrected
           where corrected?.Session == session
           select new CorrectionView(
               recorded.Stamp.RecordedAt, institution.PersonName(recorded.Stamp.By), corrected.Reason.Text,
               [.. corrected.Entries.Select(entry => new CorrectedLine(
                   entry.Person.Value, institution.PersonName(entry.Person), entry.Was, entry.Is))]),
    ];

    /// <summary>Notes of one session, oldest first.</summary>
    internal static IReadOnlyList<NoteView> Notes(
        Institution institution, IReadOnlyList<Recorded> events, Guid session) =>
    [
        .. from recorded in events
           let added = recorded.Event as SessionNoteAdded
           where added?.Session == session
           select new NoteView(
               recorded.Stamp.RecordedAt, institution.PersonName(recorded.Stamp.By), added.Note.Text),
    ];

    /// <summary>
    /// Whose standing the latest correction of a session changed: each at the moment of the correction, on the facts of
    /// now and on the same facts with the line that it corrected.
    /// </summary>
    internal static IReadOnlyList<StandingChange> ChangedBy(
        Institution institution, IReadOnlyList<Recorded> events, Guid session)
    {
        var last = events.LastOrDefault(recorded => (recorded.Event as RegisterCorrected)?.Session == session);
        if (last?.Event is not RegisterCorrected correction) return [];
        var at = last.Stamp.RecordedAt;
        return
        [
            .. from entry in correction.Entries
               let facts = institution.StandingFactsOf(entry.Person, at)
               let was = StandingOf.At(facts with { Supporter = Before(facts.Supporter, correction, entry) }, at)
               let now = StandingOf.At(facts, at)
               where was.Standing != now.Standing
               select new StandingChange(entry.Person, was.Standing, now.Standing),
        ];
    }

    private static Supporter Before(Supporter now, RegisterCorrected correction, RegisterCorrection entry)
    {
        var key = (correction.Day, correction.Session);
        if (entry.Was is not { } was) return now with { Attendances = now.Attendances.Remove(key) };
        var record = now.Attendances.GetValueOrDefault(key) ?? new AttendanceRecord(
            correction.Session, correction.Group, correction.Day, was, Guest: true, ConfirmedByOffice: false);
        return now with { Attendances = now.Attendances.SetItem(key, record with { Attendance = was }) };
    }
}
