using Safeguard.Api.CaseFiles;
using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;
using Safeguard.EventStore;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>
/// Runs one command on one referral. What the caller may do follows from its case file, so both are loaded, and the
/// append rests on the caller's own record and on the file as it was. The file hears of an offer and of an outcome in
/// the same transaction: it never closes over a referral that is not settled (R3).
/// </summary>
public sealed class ReferralCommands(
    CommandRunner runner, CaseFileCommands files, CaseFileFollowing following, InstitutionDirectory directory)
{
    public Task<Outcome> RunAsync(
        string name, CommandInfo info, Guid id, Func<Referral, ReferralContext, Decision<ReferralEvent>> decide,
        PersonId? named = null) =>
        runner.RunAsync(name, info, async transaction =>
        {
            var known = directory.Snapshot;
            var loaded = await transaction.LoadAsync(ReferralKind.Kind, id);
            if (loaded.State.State.Offer is not { CaseFile: var caseFile }) return new NoSuchReferral();
            var (file, around) = await FileAsync(transaction, known, caseFile);
            var context = Context(known.Institution, caseFile, file.State.State, around) with
            {
                Named = known.Institution.StillHere(named, transaction.Now),
            };
            var decision = decide(loaded.State.State, context);
            if (await ApplyAsync(transaction, loaded, decision, context) is { } refused) return refused;
            return Settles(loaded.State.State, decision.Events, context)
                ? await ApplyAsync(transaction, file, UnlinkReferral.Decide(new(id), file.State.State, around), context)
                : null;
        });

    /// <summary>Offers one on a case file; in a crisis band the urgent contact is raised with it (R5).</summary>
    /// <param name="ready">What becomes of the decision where the request itself has faults.</param>
    public Task<Outcome> OfferAsync(
        CommandInfo info, OfferReferral offer, Guid caseFile,
        Func<Decision<ReferralEvent>, Decision<ReferralEvent>> ready) =>
        runner.RunAsync(nameof(OfferReferral), info, async transaction =>
        {
            var known = directory.Snapshot;
            var loaded = await transaction.LoadAsync(ReferralKind.Kind, offer.Referral);
            var (file, around) = await FileAsync(transaction, known, caseFile);
            var context = Context(known.Institution, caseFile, file.State.State, around);
            // A closed file opens again with the offer, and may then be another's.
            var opened = CaseFileFollowing.NewOwner(Linked(file, around, offer, escalation: null).Events);
            context = context with { File = context.File with { Owner = opened ?? context.File.Owner } };
            var decision = ready(OfferReferral.Decide(offer, loaded.State.State, context));
            if (await ApplyAsync(transaction, loaded, decision, context) is { } refused) return refused;
            if (decision.Events.Count == 0) return null;
            var raise = OfferReferral.Raised(EscalationOf(offer.Referral), decision.Events, context);
            return await ApplyAsync(transaction, file, Linked(file, around, offer, raise?.Id), context)
                ?? (raise is null ? null : await following.RaiseAsync(transaction, raise));
        });

    /// <summary>The urgent contact that an offer raises; the referral's own id is a stream already.</summary>
    public static Guid EscalationOf(Guid referral) => StreamIds.For("escalation", $"referral/{referral}");

    /// <summary>What the rules need to know for a referral of this file at this moment.</summary>
    public static ReferralContext Context(
        Institution institution, Guid caseFile, CaseFile file, CaseFileContext around)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(around);
        return new(
            around.Caller, around.Now, around.Policy,
            FileOfReferral.Of(caseFile, around.Caller, file, around.Circle),
            institution.ServiceDirectoryAt(around.Now))
        {
            Coordinators = institution.Coordinators,
        };
    }

    private async Task<(Loaded<CaseFileMemory> File, CaseFileContext Around)> FileAsync(
        Transaction transaction, DirectorySnapshot known, Guid caseFile)
    {
        var (caller, file) = (transaction.Info.Caller, await transaction.LoadAsync(CaseFileKind.Kind, caseFile));
        transaction.RestsOn(file.Stream, file.Version);
        if (caller.Person != PersonId.System)
        {
            var own = StreamIds.For(Person.StreamType, caller.Person.Value);
            transaction.RestsOn(own, known.VersionOf(own));
        }

        return (file, await files.ContextForAsync(caller, caseFile, file.State.State, transaction.Now));
    }

    private static Decision<CaseFileEvent> Linked(
        Loaded<CaseFileMemory> file, CaseFileContext around, OfferReferral offer, Guid? escalation) =>
        LinkReferral.Decide(new(offer.Referral, escalation), file.State.State, around);

    private static Task<Rejection?> ApplyAsync(
        Transaction transaction, Loaded<ReferralMemory> referral, Decision<ReferralEvent> decision,
        ReferralContext context) =>
        transaction.ApplyAsync(ReferralKind.Kind, referral, decision, context.Policy.Version);

    private static Task<Rejection?> ApplyAsync(
        Transaction transaction, Loaded<CaseFileMemory> file, Decision<CaseFileEvent> decision,
        ReferralContext context) =>
        transaction.ApplyAsync(CaseFileKind.Kind, file, decision, context.Policy.Version);

    /// <summary>Whether it has its outcome and owes nothing since these events.</summary>
    private static bool Settles(Referral before, IReadOnlyList<ReferralEvent> happened, ReferralContext context)
    {
        var stamp = new Stamp(context.Caller.Person, null, context.Now, context.Now, context.Policy.Version);
        return happened.Count > 0
            && happened.Aggregate(before, (state, one) => Referral.Evolve(state, one, stamp)).IsSettled;
    }
}
