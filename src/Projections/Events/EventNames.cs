using System.Collections.Frozen;

namespace Safeguard.Projections.Events;

/// <summary>
/// The stored name of every event, as a literal: renaming a type never renames history. A changed shape gets a new name
/// and an upcaster; a name once released is never given to another shape.
/// </summary>
public static partial class EventNames
{
    private static readonly FrozenDictionary<Type, string> ByType = All.ToFrozenDictionary(x => x.Type, x => x.Name);
    private static readonly FrozenDictionary<string, Type> ByName = All.ToFrozenDictionary(x => x.Name, x => x.Type);

    /// <exception cref="InvalidOperationException">The event has no stored name yet: add it to the list.</exception>
    public static string Of(Type type) => ByType.TryGetValue(type, out var name)
        ? name
        : throw new InvalidOperationException($"{type.Name} has no stored name. Add it to EventNames.All.");

    /// <exception cref="InvalidOperationException">The name is not known to this binary.</exception>
    public static Type TypeOf(string name) => ByName.TryGetValue(name, out var type)
        ? type
        : throw new InvalidOperationException($"No event is stored as '{name}'. A newer binary wrote it.");
}
