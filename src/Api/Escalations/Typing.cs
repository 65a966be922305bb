using Safeguard.Domain;

namespace Safeguard.Api.Escalations;

/// <summary>Words as somebody typed them.</summary>
internal static class Typing
{
    /// <summary>Null where nothing was typed; what has been erased since says so.</summary>
    public static string? Words(Confidential? typed) =>
        typed is null ? null : typed.Text ?? "These words have been erased.";
}
