using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Import;

/// <summary>A row that reads well by itself; whether it fits the rest is the plan's to say.</summary>
public abstract record ImportedRow(string File, int Line);

public sealed record PanelRow(int Line, PanelId Panel, string Name, PanelKind Kind)
    : ImportedRow(ImportFileNames.Panels, Line);

public sealed record TermRow(int Line, string Term, DateOnly Starts, DateOnly Ends)
    : ImportedRow(ImportFileNames.Terms, Line);

public sealed record ServiceRow(int Line, string Service, ServiceEntry Entry)
    : ImportedRow(ImportFileNames.Services, Line);

/// <param name="Panels">Of two the first is the person's own.</param>
/// <param name="Groups">The groups a supervisor supervises; the one a supporter belongs to.</param>
/// <param name="Status">Anything but active begins at the import.</param>
/// <param name="Since">The day on which the person became what the row says: a supporter's activation.</param>
public sealed record PersonRow(
    int Line,
    PersonId Person,
    string Name,
    string? Email,
    string? Phone,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<PanelId> Panels,
    IReadOnlyList<GroupId> Groups,
    PersonId? TrainedBy,
    PersonStatus Status,
    DateOnly Since) : ImportedRow(ImportFileNames.People, Line)
{
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Every role for every panel it is held for.</summary>
    public IEnumerable<RoleGrant> Grants => Roles.SelectMany(role => role.IsForPanel() && Panels.Count > 0
        ? Panels.Select(panel => new RoleGrant(role, panel))
        : [new RoleGrant(role, Panel: null)]);

    /// <summary>The group of a supporter; a supervisor's are supervised, not belonged to.</summary>
    public GroupId? OwnGroup => Is(Role.Supporter) && !Is(Role.Supervisor) && Groups.Count > 0 ? Groups[0] : null;

    public IReadOnlyList<GroupId> SupervisedGroups => Is(Role.Supervisor) ? Groups : [];
}

/// <summary>A shift in local time of the institution.</summary>
public sealed record ShiftRow(int Line, PanelId Panel, DateTime Starts, DateTime Ends, PersonId Person, Duty Duty)
    : ImportedRow(ImportFileNames.Rota, Line);

/// <param name="Person">Null for a session cancelled or to come.</param>
public sealed record SupervisionRow(
    int Line, GroupId Group, DateOnly Day, PersonId? Person, RegisterMark Mark, string? Reason)
    : ImportedRow(ImportFileNames.Supervision, Line)
{
    /// <summary>The session alone, as one to come.</summary>
    public SupervisionRow AsPlanned() => Person is null ? this : this with
    {
        Person = null,
        Mark = RegisterMark.Planned,
        Reason = null,
    };
}

/// <summary>What a row of the registers says; the last two are about the session and nobody in it.</summary>
public enum RegisterMark
{
    Attended, MadeUp, Excused, Absent, Cancelled, Planned,
}
