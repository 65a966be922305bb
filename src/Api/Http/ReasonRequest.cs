namespace Safeguard.Api.Http;

/// <param name="Reason">In a few words; shown to those who may know.</param>
public sealed record ReasonRequest(string? Reason = null);

/// <summary>Nothing needs to be said.</summary>
public sealed record ReasonlessRequest;
