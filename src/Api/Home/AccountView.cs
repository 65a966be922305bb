namespace Safeguard.Api.Home;

/// <summary>What the programme knows of the one who asks.</summary>
/// <param name="Roles">In words, one a panel: "Senior Member, Alder College".</param>
public sealed record AccountView(
    string Name, string? Email, string? Phone, IReadOnlyList<string> Roles, string? Supervisor, string? Group)
{
    /// <summary>There is a secret address under which their calendar is read.</summary>
    public bool HasCalendar { get; init; }

    /// <summary>That address, only on the answer to making it.</summary>
    public string? CalendarAddress { get; init; }

    /// <summary>Whoever has left has no sessions and duties.</summary>
    public bool HasLeft { get; init; }
}
