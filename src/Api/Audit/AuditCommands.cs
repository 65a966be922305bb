using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.Audit;
using Safeguard.Domain.People;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>Runs one command on an auditor's own stream, and reads it.</summary>
public sealed class AuditCommands(
    CommandRunner runner, InstitutionDirectory directory, IEventLog log, EventCodec codec)
{
    private static readonly StreamKind<AuditRecord, AuditEvent> Kind = new(AuditRecord.Aggregate);

    public delegate Decision<AuditEvent> Decide(AuditRecord record, Caller caller);

    public Task<Outcome> RunAsync(string name, CommandInfo info, Decide decide) =>
        runner.RunAsync(name, info, async transaction =>
        {
            var (institution, person) = (directory.Present, info.Caller.Person);
            var loaded = await transaction.LoadAsync(Kind, StreamOf(person));
            var caller = institution.Caller(person, transaction.Now) ?? new Caller(person, []);
            var stream = StreamIds.For(Person.StreamType, person.Value);
            transaction.RestsOn(stream, directory.VersionOf(stream));
            return await transaction.ApplyAsync(
                Kind, loaded, decide(loaded.State, caller), institution.PolicyAt(transaction.Now).Version);
        });

    /// <summary>Everything that this auditor drew and found, newest first.</summary>
    public async Task<IReadOnlyList<Recorded>> OfAsync(PersonId auditor, CancellationToken cancel)
    {
        var stored = await log.ReadStreamsAsync([StreamOf(auditor)], cancel);
        return [.. (await codec.DecodeAsync(stored, cancel)).Reverse()];
    }

    private static Guid StreamOf(PersonId auditor) => StreamIds.For(AuditRecord.StreamType, auditor.Value);
}
