using Safeguard.Domain;
using Safeguard.Domain.Access;

namespace Safeguard.Api.Reading;

/// <summary>Every kind of thing that is read whole.</summary>
public sealed class ReadItemKinds(IEnumerable<IReadItems> kinds)
{
    private readonly Dictionary<string, IReadItems> _kinds = kinds.ToDictionary(
        kind => kind.Kind, StringComparer.Ordinal);

    public IReadItems? Of(string kind) => _kinds.GetValueOrDefault(kind);

    /// <summary>
    /// What a name stands for: <c>escalation:0198f0c2-…</c>, or a bare id or short code, which each kind is asked for.
    /// </summary>
    public async Task<ReadItem?> FindAsync(string name, CancellationToken cancel)
    {
        var parts = name.Trim().Split(':', 2);
        var asked = parts.Length == 2 ? [.. new[] { Of(parts[0]) }.OfType<IReadItems>()] : _kinds.Values.ToList();
        foreach (var kind in asked)
            if (await kind.FindAsync(parts[^1], cancel) is { } id) return new(kind.Kind, id);
        return null;
    }

    public async Task<bool> IsKnownToAsync(ReadItem item, Caller caller, CancellationToken cancel) =>
        Of(item.Kind) is { } kind && await kind.IsKnownToAsync(item.Id, caller, cancel);

    public string Address(ReadItem item) => Of(item.Kind)?.Address(item.Id) ?? "/";

    /// <summary>How each is called on a page; what is of no known kind is left out.</summary>
    public async Task<IReadOnlyDictionary<ReadItem, string>> NamesAsync(
        IReadOnlyCollection<ReadItem> items, CancellationToken cancel)
    {
        var names = new Dictionary<ReadItem, string>();
        foreach (var same in items.Distinct().GroupBy(item => item.Kind, StringComparer.Ordinal))
        {
            if (Of(same.Key) is not { } kind) continue;
            foreach (var (id, name) in await kind.NamesAsync([.. same.Select(item => item.Id)], cancel))
                names[new(same.Key, id)] = name;
        }

        return names;
    }
}
