using Safeguard.Api.Commands;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Escalations;

/// <summary>Escalations as something that is read whole (R17), called by their short public code.</summary>
public sealed class EscalationItems(
    EscalationRows queue, EscalationCommands escalations, InstitutionDirectory directory) : IReadItems
{
    public string Kind => EscalationKind.StreamType;

    public async Task<Guid?> FindAsync(string name, CancellationToken cancel)
    {
        var row = Guid.TryParse(name, out var id)
            ? await queue.FindAsync(id, cancel)
            : await queue.FindByShortCodeAsync(ShortCode(name), cancel);
        return row?.Id;
    }

    public async Task<ItemFacts?> FactsAsync(Transaction transaction, Caller caller, Guid id)
    {
        var loaded = await transaction.LoadAsync(EscalationKind.Kind, id);
        var state = loaded.State.State;
        if (state.State == EscalationState.NotRaised) return null;
        transaction.RestsOn(id, loaded.Version);
        var context = escalations.ContextFor(caller, state, id, transaction.Now);
        return EscalationAccess.FactsFor(caller, state, context.Cover.Conflicted);
    }

    /// <summary>Auditors know of every one, by its id; Coordinators of those that they see in the queue.</summary>
    public async Task<bool> IsKnownToAsync(Guid id, Caller caller, CancellationToken cancel) =>
        await queue.FindAsync(id, cancel) is { } row
        && (caller.Is(Role.Auditor) || (caller.Is(Role.Coordinator) && directory.Present.Shows(row, caller)));

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        (await queue.FindAsync(ids, cancel)).ToDictionary(row => row.Id, row => $"urgent contact {row.ShortCode}");

    public string Address(Guid id) => $"/escalations/{id}";

    /// <summary>As people write it down: in any case, the rest of the receipt's code behind it or not.</summary>
    private static string ShortCode(string name)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return letters.Length > 4 ? letters[..4] : letters;
    }
}
