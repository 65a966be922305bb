using Safeguard.Domain;

namespace Safeguard.Api.Rota;

/// <summary>What an address of the rota names.</summary>
internal static class RotaChange
{
    public static PanelId PanelOf(RouteValueDictionary route) => new(((string)route["id"]!).ToLowerInvariant());

    public static Guid ShiftOf(RouteValueDictionary route) => Guid.Parse((string)route["shift"]!);
}
