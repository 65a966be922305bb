using Safeguard.Api.CaseFiles;
using Safeguard.Api.Commands;
using Safeguard.Api.Escalations;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.People;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.People;

/// <summary>What a person holds open, and how it goes to somebody else within a transaction (R4, R15).</summary>
public sealed class HeldItems(
    OpenItemRows items, EscalationCommands escalations, CaseFileCommands files, AccessCommands access)
{
    /// <summary>Escalations, questions, actions and debriefs go to whoever the rules find.</summary>
    /// <param name="remaining">What they still are where they lose one role and not all; null where they leave.</param>
    public async Task ReassignAsync(Transaction transaction, PersonId from, Caller? remaining)
    {
        await EachAsync(transaction, from, (_, state, context) =>
            ReassignEscalation.Decide(new(from, remaining), state, context));
        await EachFileAsync(transaction, from, (state, context) =>
            TakeFromPerson.Decide(new(from, remaining), state, context));
        if (remaining?.Is(Role.Coordinator) == true) return;
        var held = await items.AllOwnedByAsync(from, CancellationToken.None);
        await access.PassReviewsOnAsync(transaction, from, held
            .Where(item => item.StreamType == AccessKind.StreamType).Select(item => item.Stream).Distinct());
    }

    /// <summary>Whoever holds what the conflict concerns steps aside; between two people it holds both ways.</summary>
    public async Task StepAsideAsync(Transaction transaction, PersonId declarant, ConflictTowards towards)
    {
        await StepAsideAsync(transaction, declarant, (id, state) =>
            id == towards.Escalation || state.Raiser == towards.Person
            || (towards.CaseFile is not null && state.CaseFile == towards.CaseFile));
        if (towards.Person is { } other)
            await StepAsideAsync(transaction, other, (_, state) => state.Raiser == declarant);
        await EachFileAsync(transaction, declarant, (state, context) =>
            state.Code == towards.CaseFile || (towards.Person is { } student && state.SubjectPerson == student)
                ? TakeFromPerson.Decide(new(declarant, Reason: CaseReassignment.Conflict), state, context)
                : Decision<CaseFileEvent>.AlreadySo);
    }

    private async Task EachFileAsync(
        Transaction transaction, PersonId holder, Func<CaseFile, CaseFileContext, Decision<CaseFileEvent>> decide)
    {
        var held = await items.AllOwnedByAsync(holder, CancellationToken.None);
        foreach (var stream in held.Where(item => item.StreamType == CaseFileKind.StreamType)
            .Select(item => item.Stream).Distinct())
            await files.RunAsync(transaction, stream, decide);
    }

    private Task StepAsideAsync(Transaction transaction, PersonId holder, Func<Guid, Escalation, bool> concerns) =>
        EachAsync(transaction, holder, (id, state, context) =>
        {
            if (!concerns(id, state)) return Decision<EscalationEvent>.AlreadySo;
            var asHolder = escalations.ContextFor(new Caller(holder, []), state, id, transaction.Now);
            var decision = DeclareEscalationConflict.Decide(new(), state, asHolder);
            // A question or a debrief may be asked of somebody who cannot read it, and so cannot step aside.
            return decision.Rejection is null
                ? decision
                : ReassignEscalation.Decide(new(holder, Reason: LapseReason.Conflict), state, context);
        });

    private async Task EachAsync(
        Transaction transaction, PersonId holder,
        Func<Guid, Escalation, EscalationContext, Decision<EscalationEvent>> decide)
    {
        var held = await items.AllOwnedByAsync(holder, CancellationToken.None);
        foreach (var stream in held.Where(item => item.StreamType == EscalationKind.StreamType)
            .Select(item => item.Stream).Distinct())
        {
            var loaded = await transaction.LoadAsync(EscalationKind.Kind, stream);
            var context = escalations.ContextFor(transaction.Info.Caller, loaded.State.State, stream, transaction.Now);
            var decision = decide(stream, loaded.State.State, context);
            await transaction.ApplyAsync(EscalationKind.Kind, loaded, decision, context.Policy.Version);
        }
    }
}
