using Safeguard.Api.Commands;
using Safeguard.Api.Escalations;
using Safeguard.Api.Referrals;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// What a case file's own events set off elsewhere, in the same transaction: the urgent contact that a crisis band
/// raises (R5), its open referrals going along with it to a new owner (R4), and the words by which the student is
/// found.
/// </summary>
public sealed class CaseFileFollowing(Raising raising, StudentIndex students)
{
    /// <param name="before">The file before the events.</param>
    public async Task<Rejection?> FollowAsync(
        Transaction transaction, Guid id, CaseFile before, CaseFileContext context,
        IReadOnlyList<CaseFileEvent> happened)
    {
        if (happened.OfType<StudentIdentified>().LastOrDefault() is { } said)
            transaction.Add(students.RowOf(id, said));
        if (NewOwner(happened) is { } owner)
            await ReferralOwners.MoveAsync(transaction, id, before, context, owner);
        var caller = transaction.Info.Caller;
        return EscalationToRaise.In(happened, before, caller.Person) is { } raise
            ? await RaiseAsync(transaction, raise)
            : null;
    }

    /// <summary>Raises what a decision about this student set off.</summary>
    public Task<Rejection?> RaiseAsync(Transaction transaction, EscalationToRaise raise)
    {
        var caller = transaction.Info.Caller;
        var raiser = raise.Raiser == caller.Person ? caller : new Caller(raise.Raiser, []);
        return raising.RaiseAsync(transaction, raise.Id, raiser, new RaiseRequest(
            raise.What.Text, EmergencyNow: false, raise.Band, new Answers(null, null, null), raise.Panel,
            raise.CaseFile, Where: null, OccurredAt: null, AsTyped: null));
    }

    /// <summary>Whose the file is after these events; null where they say nothing of it.</summary>
    internal static PersonId? NewOwner(IEnumerable<CaseFileEvent> happened) => happened
        .Select(one => one switch
        {
            CaseFileHandedOver e => e.To,
            CaseFileReassigned e => e.To,
            CaseFileReopened e => e.Owner,
            _ => (PersonId?)null,
        })
        .LastOrDefault(owner => owner is not null);
}
