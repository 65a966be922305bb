using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// What a supporter's lapse, and their return, mean for the files that they own (R9): a Coordinator is asked to find
/// somebody else for each, in the transaction that records it.
/// </summary>
public sealed class SupporterFiles(CaseFileRows rows, CaseFileCommands files)
{
    public async Task FollowAsync(
        Transaction transaction, PersonId supporter, IReadOnlyList<SupporterEvent> recorded)
    {
        var lapsed = recorded.OfType<Lapsed>().Any();
        if (!lapsed && !recorded.OfType<Reinstated>().Any()) return;
        foreach (var file in await rows.OpenOfAsync(supporter, CancellationToken.None))
        {
            await files.RunAsync(transaction, file.Id, (state, context) => lapsed
                ? AskForHandover.Decide(new(), state, context)
                : CancelHandoverTask.Decide(new(), state, context));
        }
    }
}
