using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>People of the programme, as searched for.</summary>
public sealed record PeopleView(IReadOnlyList<PersonLine> People)
{
    /// <summary>What was searched for, shown again in the form.</summary>
    public string? Search { get; init; }
    public string? Role { get; init; }
    public string? Panel { get; init; }

    public IReadOnlyList<Choice> Panels { get; init; } = [];

    /// <summary>How many the search found, those on other pages included.</summary>
    public int Found { get; init; } = People.Count;
    public string? More { get; init; }
    public bool MayAdd { get; init; }
    public Refused? Refused { get; init; }
}

/// <param name="Name">Null where it is erased.</param>
/// <param name="Roles">In words, one a panel: "Senior Member, Alder College".</param>
public sealed record PersonLine(string Id, string? Name, IReadOnlyList<string> Roles, PersonStatus Status);

/// <summary>One person, as the programme office keeps them.</summary>
public sealed record PersonView(string Id, string? Name, long Version, PersonStatus Status)
{
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public DateTimeOffset? LeftAt { get; init; }
    public string? Supervisor { get; init; }
    public string? Group { get; init; }

    public IReadOnlyList<RoleLine> Roles { get; init; } = [];

    /// <summary>Conflicts that have not ended; empty for readers who may not know of them (R15).</summary>
    public IReadOnlyList<ConflictLine> Conflicts { get; init; } = [];

    public IReadOnlyList<Choice> Panels { get; init; } = [];

    /// <summary>Roles that the reader may give.</summary>
    public IReadOnlyList<Choice> Givable { get; init; } = [];

    /// <summary>Open items that go to others when this person leaves.</summary>
    public int OpenItems { get; init; }
    public bool MayChange { get; init; }
    public Refused? Refused { get; init; }

    public string Address => $"/people/{Id}";
}

/// <param name="Role">The role's JSON name.</param>
/// <param name="Words">"Senior Member, Alder College".</param>
public sealed record RoleLine(string Role, string? PanelSlug, string Words, bool MayRevoke);

/// <param name="Towards">"towards Jamal Smith-Jones", "towards urgent contact 4T9Q".</param>
public sealed record ConflictLine(string Id, string Towards, string Ground, DateTimeOffset Since, bool MayEnd);
