using Safeguard.Api.Commands;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.CaseFiles;
using Safeguard.Projections.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Case files as something that is read whole (R17), called by their code.</summary>
public sealed class CaseFileItems(CaseFileRows rows, CaseFileCommands files) : IReadItems
{
    public string Kind => CaseFileKind.StreamType;

    public async Task<Guid?> FindAsync(string name, CancellationToken cancel)
    {
        if (Guid.TryParse(name, out var id)) return (await rows.FindAsync(id, cancel))?.Id;
        return CaseCode.Read(name) is { } code ? (await rows.FindByCodeAsync(code, cancel))?.Id : null;
    }

    public async Task<ItemFacts?> FactsAsync(Transaction transaction, Caller caller, Guid id)
    {
        var loaded = await transaction.LoadAsync(CaseFileKind.Kind, id);
        var state = loaded.State.State;
        if (state.State == CaseFileState.NotOpened) return null;
        transaction.RestsOn(id, loaded.Version);
        var context = await files.ContextForAsync(caller, id, state, transaction.Now);
        return CaseFileAccess.FactsFor(caller, state, context.Circle);
    }

    /// <summary>Auditors know of every one, by its id; Coordinators of those whose state they see.</summary>
    public async Task<bool> IsKnownToAsync(Guid id, Caller caller, CancellationToken cancel) =>
        await rows.FindAsync(id, cancel) is { } row
        && (caller.Is(Role.Auditor)
            || (caller.Is(Role.Coordinator) && !row.Excluded.Contains(caller.Person)));

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        (await rows.FindAsync(ids, cancel)).ToDictionary(row => row.Id, row => $"case file {row.Code}");

    public string Address(Guid id) => $"/case-files/{id}";
}
