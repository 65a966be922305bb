using System.Collections.Frozen;
using Safeguard.Domain.People;
using Safeguard.Domain.Rota;

namespace Safeguard.Domain.Programmes;

public sealed partial record Institution
{
    /// <summary>What a decision about that panel's rota needs to know.</summary>
    public RotaContext RotaContextFor(PanelId panel, Caller caller, DateTimeOffset now) =>
        new(panel, caller, now, PolicyAt(now), CanServe(panel))
        {
            PanelIsOpen = Programme.Panels.TryGetValue(panel, out var known) && !known.Closed,
        };

    /// <summary>What a decision about that person needs to know.</summary>
    public PersonContext PersonContextFor(PersonId person, Caller caller, DateTimeOffset now) => new(caller, now)
    {
        Panels = Panels.Select(panel => panel.Id).ToFrozenSet(),
        OnlyHolderOf = [.. Enum.GetValues<Role>().Where(role => IsOnlyHolder(person, role))],
    };

    private bool IsOnlyHolder(PersonId person, Role role) =>
        HoldersOf(role, panel: null) is [var only] && only == person;
}
