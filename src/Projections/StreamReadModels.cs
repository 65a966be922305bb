using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Referrals;
using Safeguard.EventStore;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;
using Safeguard.Projections.Reads;
using Safeguard.Projections.Referrals;

namespace Safeguard.Projections;

/// <summary>What the read models that never lag hold of one stream.</summary>
/// <param name="Rows">Its rows in the read model of its kind.</param>
/// <param name="Items">A row for each open item in it.</param>
/// <param name="WakeUp">Its one next wake-up; null where nothing is to come.</param>
public sealed record StreamRows(IReadOnlyList<RowWrite> Rows, IReadOnlyList<RowWrite> Items, DateTimeOffset? WakeUp);

/// <summary>
/// A kind of stream whose rows are made from the stream alone: what a check proves and a rebuild makes anew.
/// </summary>
/// <param name="StreamType">The type under which its streams and wake-ups are stored.</param>
/// <param name="Table">The read model of its kind.</param>
/// <param name="Fold">Pure: the same events give the same rows, byte for byte.</param>
public sealed record StreamReadModels(
    string StreamType, string Table, Func<Guid, IEnumerable<Recorded>, StreamRows> Fold)
{
    public static IReadOnlyList<StreamReadModels> All { get; } =
    [
        new(EscalationReadModels.StreamType, EscalationRow.Table, (stream, events) =>
        {
            var memory = Folded<EscalationMemory, EscalationEvent>(
                events, EscalationMemory.NotRaised, EscalationMemory.Evolve);
            return new(
                [EscalationReadModels.QueueRow(stream, memory)], EscalationReadModels.ItemRows(stream, memory),
                Escalation.NextWakeUp(memory.State));
        }),
        new(CaseFileReadModels.StreamType, CaseFileRow.Table, (stream, events) =>
        {
            var memory = Folded<CaseFileMemory, CaseFileEvent>(
                events, CaseFileMemory.NotOpened, CaseFileMemory.Evolve);
            return new(
                [CaseFileReadModels.FileRow(stream, memory)], CaseFileReadModels.ItemRows(stream, memory),
                CaseFile.NextWakeUp(memory.State));
        }),
        new(ReferralReadModels.StreamType, ReferralRow.Table, (stream, events) =>
        {
            var memory = Folded<ReferralMemory, ReferralEvent>(
                events, ReferralMemory.NotOffered, ReferralMemory.Evolve);
            return new(
                [ReferralReadModels.ReferralRow(stream, memory)], ReferralReadModels.ItemRows(stream, memory),
                Referral.NextWakeUp(memory.State));
        }),
        new(AccessHistory.StreamType, BreakGlassRow.Table, AccessReadModels.Fold),
    ];

    private static TState Folded<TState, TEvent>(
        IEnumerable<Recorded> events, TState start, Func<TState, TEvent, Stamp, TState> evolve) =>
        events.Aggregate(start, (state, recorded) => evolve(state, (TEvent)recorded.Event, recorded.Stamp));
}
