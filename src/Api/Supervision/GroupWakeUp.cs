using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>A group's clock: requests between sessions and welfare calls that nobody has answered (R4, R10).</summary>
public sealed class GroupWakeUp(InstitutionCommands commands, InstitutionDirectory directory, WakeUpTable wakeUps)
    : InstitutionWakeUp(
        SupervisionGroup.StreamType, nameof(WakeSupervisionGroup), commands, directory, wakeUps)
{
    protected override IEnumerable<string> Slugs(Institution institution) =>
        institution.Groups.Keys.Select(group => group.Value);

    protected override Task<Rejection?> DecideAsync(InstitutionChange change, string slug) =>
        change.GroupAsync(
            new GroupId(slug), (state, context) => WakeSupervisionGroup.Decide(new(), state, context));

    protected override ExpectedWakeUp Expected(DirectorySnapshot known, string slug) =>
        ExpectedWakeUp.OfGroup(known, new GroupId(slug));
}
