using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>The groups that somebody supervises, or all of them.</summary>
public sealed record GroupsView(IReadOnlyList<GroupLine> Groups)
{
    /// <summary>The reader runs the programme office and sees every group.</summary>
    public bool All { get; init; }
}

/// <summary>One group on the list.</summary>
public sealed record GroupLine(string Address, string Name, string? Supervisor, int Members)
{
    public SessionView? Next { get; init; }

    /// <summary>The earliest session whose register is not taken yet.</summary>
    public SessionView? ToTake { get; init; }

    /// <summary>Members by standing, the first four only: those whom the fortnight is about.</summary>
    public IReadOnlyList<(Standing Standing, int Count)> Due { get; init; } = [];

    /// <summary>Requests and welfare calls that nobody has answered.</summary>
    public int Tasks { get; init; }
    public bool TasksLate { get; init; }
}
