namespace Safeguard.Domain;

/// <summary>
/// The client's id belongs to something of another kind: a fault of the client, which must make a new one.
/// </summary>
public sealed record IdInUse() : Rejection(
    "id.inUse", Rule.None, "Nothing was saved. Send it once more: it needs a new id.");
