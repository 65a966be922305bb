namespace Safeguard.Api.Http;

/// <summary>What a list is narrowed to by <c>state</c>: open, closed, or one state by its name.</summary>
internal static class StateFilter
{
    /// <summary>False for a word that is none of them; nothing at all narrows nothing.</summary>
    public static bool TryRead<T>(string? text, out bool? open, out T? named)
        where T : struct, Enum
    {
        (open, named) = (null, null);
        switch (text?.ToUpperInvariant())
        {
            case null or "": return true;
            case "OPEN": open = true; return true;
            case "CLOSED": open = false; return true;
            default:
                if (!Enum.TryParse<T>(text, ignoreCase: true, out var state)) return false;
                named = state;
                return true;
        }
    }
}
