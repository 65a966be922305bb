using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Api.People;

/// <summary>What the directory does not keep of a person: when and by whom each conflict was declared.</summary>
public sealed class PersonHistory(IEventLog log, EventCodec codec)
{
    /// <summary>
    /// Conflicts that have not ended, oldest first. Coordinators know of all; everyone else of those they declared
    /// themselves: that somebody was left out by another's word is the Coordinators' to know (R15).
    /// </summary>
    public async Task<IReadOnlyList<ConflictAnswer>> ConflictsAsync(
        Person person, Caller reader, CancellationToken cancel)
    {
        if (person.Conflicts.IsEmpty || (!reader.Is(Role.Coordinator) && reader.Person != person.Id)) return [];
        var stream = StreamIds.For(Person.StreamType, person.Id.Value);
        var events = await codec.DecodeAsync(await log.ReadWholeStreamAsync(stream, cancel), cancel);
        return
        [
            .. from recorded in events
               let declared = recorded.Event as ConflictDeclared
               where declared is not null && person.Conflicts.Any(open => open.Id == declared.Conflict)
                   && (reader.Is(Role.Coordinator) || recorded.Stamp.By == reader.Person)
               select new ConflictAnswer(
                   declared.Conflict, declared.Towards, declared.Ground, recorded.Stamp.RecordedAt),
        ];
    }
}
