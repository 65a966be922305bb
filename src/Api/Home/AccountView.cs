namespace Safeguard.Api.Home;

/// <summary>What the programme knows of the one who asks.</summary>
/// <param name="Roles">In words, one a panel: "Senior Member, Alder College".</param>
public sealed record AccountView(
    string Name, string? Email, string? Phone, IReadOnlyList<string> Roles, string? Supervisor, string? Group);
