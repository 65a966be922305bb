using Safeguard.Api.Commands;
using Safeguard.Api.Escalations;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// What a case file's own events set off in other streams, in the same transaction: the urgent contact that a crisis
/// band raises (R5).
/// </summary>
public sealed class CaseFileFollowing(Raising raising)
{
    /// <param name="before">The file before the events.</param>
    public async Task<Rejection?> FollowAsync(
        Transaction transaction, CaseFile before, IReadOnlyList<CaseFileEvent> happened)
    {
        var caller = transaction.Info.Caller;
        if (EscalationToRaise.In(happened, before, caller.Person) is not { } raise) return null;
        var raiser = raise.Raiser == caller.Person ? caller : new Caller(raise.Raiser, []);
        return await raising.RaiseAsync(transaction, raise.Id, raiser, new RaiseRequest(
            raise.What.Text, EmergencyNow: false, raise.Band, new Answers(null, null, null), raise.Panel,
            raise.CaseFile, Where: null, OccurredAt: null, AsTyped: null));
    }
}
