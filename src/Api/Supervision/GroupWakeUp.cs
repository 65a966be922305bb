using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>A group's clock: requests between sessions and welfare calls that nobody has answered (R4, R10).</summary>
public sealed class GroupWakeUp(InstitutionCommands commands, InstitutionDirectory directory, WakeUpTable wakeUps)
    : IWakeUpHandler
{
    public string Kind => SupervisionGroup.StreamType;

    public async Task WakeAsync(Guid stream)
    {
        var group = await GroupAsync(stream);
        var info = new CommandInfo(Guid.CreateVersion7(), Caller.System, null);
        var outcome = await commands.RunAsync(nameof(WakeSupervisionGroup), info, change =>
            change.GroupAsync(group, (state, context) => WakeSupervisionGroup.Decide(new(), state, context)));
        if (outcome is Stale) throw new InvalidOperationException("Others kept changing this group.");
        if (outcome is not Done { Changed: false }) return;
        var expected = ExpectedWakeUp.OfGroup(directory.Snapshot, group);
        await wakeUps.RepairAsync(
            expected.Stream, expected.Version, expected.Kind, expected.DueAt, CancellationToken.None);
    }

    private async Task<GroupId> GroupAsync(Guid stream)
    {
        if (directory.VersionOf(stream) == 0) await directory.CatchUpAsync(CancellationToken.None);
        return directory.Present.Groups.Keys.First(group =>
            StreamIds.For(SupervisionGroup.StreamType, group.Value) == stream);
    }
}
