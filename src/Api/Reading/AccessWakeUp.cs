using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain.Access;
using Safeguard.EventStore;

namespace Safeguard.Api.Reading;

/// <summary>The clock of reviews that are owed for what somebody opened outside their scope (R4, R17).</summary>
public sealed class AccessWakeUp(AccessCommands access, StreamMemory memory, WakeUpTable wakeUps) : IWakeUpHandler
{
    public string Kind => AccessKind.StreamType;

    public async Task WakeAsync(Guid stream)
    {
        var info = CommandInfo.ByTheProduct();
        // Another node may have been first: what this one remembers is brought up to date before it decides.
        await memory.LoadFreshAsync(AccessKind.Kind, stream, CancellationToken.None);
        var outcome = await access.RunAsync(nameof(WakeAccess), info, stream, (history, context) =>
            WakeAccess.Decide(new(), history, context));
        if (outcome is Stale) throw new InvalidOperationException("Others kept changing what this person reads.");
        if (outcome is not Done { Changed: false }) return;
        var expected = await ExpectedAsync(memory, stream, CancellationToken.None);
        await wakeUps.RepairAsync(
            expected.Stream, expected.Version, expected.Kind, expected.DueAt, CancellationToken.None);
    }

    /// <summary>The wake-up that the stream should have, by its events.</summary>
    public static async Task<ExpectedWakeUp> ExpectedAsync(StreamMemory memory, Guid stream, CancellationToken cancel)
    {
        var loaded = await memory.LoadFreshAsync(AccessKind.Kind, stream, cancel);
        return new(stream, loaded.Version, AccessKind.StreamType, loaded.State.NextWakeUp);
    }
}
