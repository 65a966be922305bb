using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.Access;

namespace Safeguard.Api.Reading;

/// <summary>One kind of thing that is read whole, as the rules of reading need to know it (R17).</summary>
public interface IReadItems
{
    /// <summary>The kind of its streams, <c>escalation</c>.</summary>
    string Kind { get; }

    /// <summary>Its id by whatever people call it: an id, or a short code. Null where nothing is called so.</summary>
    Task<Guid?> FindAsync(string name, CancellationToken cancel);

    /// <summary>What the rules need to know of it, loaded for this attempt; null where there is none.</summary>
    Task<ItemFacts?> FactsAsync(Transaction transaction, Caller caller, Guid id);

    /// <summary>Whether somebody may know that it is there, and who has read it.</summary>
    Task<bool> IsKnownToAsync(Guid id, Caller caller, CancellationToken cancel);

    /// <summary>How it is called on a page, "urgent contact 4T9Q", by id.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel);

    /// <summary>Where its page is.</summary>
    string Address(Guid id);
}
