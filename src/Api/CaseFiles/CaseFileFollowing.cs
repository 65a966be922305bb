using Safeguard.Api.Commands;
using Safeguard.Api.Escalations;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// What a case file's own events set off elsewhere, in the same transaction: the urgent contact that a crisis band
/// raises (R5), and the words by which the student is found.
/// </summary>
public sealed class CaseFileFollowing(Raising raising, StudentIndex students)
{
    /// <param name="before">The file before the events.</param>
    public async Task<Rejection?> FollowAsync(
        Transaction transaction, Guid file, CaseFile before, IReadOnlyList<CaseFileEvent> happened)
    {
        if (happened.OfType<StudentIdentified>().LastOrDefault() is { } said)
            transaction.Add(students.RowOf(file, said));
        var caller = transaction.Info.Caller;
        if (EscalationToRaise.In(happened, before, caller.Person) is not { } raise) return null;
        var raiser = raise.Raiser == caller.Person ? caller : new Caller(raise.Raiser, []);
        return await raising.RaiseAsync(transaction, raise.Id, raiser, new RaiseRequest(
            raise.What.Text, EmergencyNow: false, raise.Band, new Answers(null, null, null), raise.Panel,
            raise.CaseFile, Where: null, OccurredAt: null, AsTyped: null));
    }
}
