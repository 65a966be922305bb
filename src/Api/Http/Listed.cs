namespace Safeguard.Api.Http;

/// <summary>One page of a list.</summary>
/// <param name="Next">The cursor of the next page, for <c>after</c>; absent at the end.</param>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next = null);
