namespace Safeguard.EventStore;

/// <summary>The database could not be reached in time. The command was never sent: nothing was stored.</summary>
public sealed class LogUnreachableException(string message, Exception? inner = null) : Exception(message, inner);
