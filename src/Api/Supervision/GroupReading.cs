using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>Groups as pages look at them: names instead of ids, and where everybody stands.</summary>
internal static class GroupReading
{
    public static Access Readers { get; } = Access.Only(Role.Supervisor, Role.Coordinator);

    public static string AddressOf(GroupId group) => $"/groups/{Uri.EscapeDataString(group.Value)}";

    public static string AddressOf(SupervisionSession session) =>
        $"{AddressOf(session.Group)}/sessions/{session.Id}";

    /// <summary>Null where there is none by that id, or it is not the caller's to know.</summary>
    public static SupervisionGroup? GroupFor(this Institution institution, HttpContext http)
    {
        var group = institution.GroupOf(SupervisionChange.GroupOf(http.Request.RouteValues));
        return ReadGroupEndpoints.MaySee(group, http.Caller()) ? group : null;
    }

    /// <summary>Those who see all groups, and those who see their own, in the order of the groups' ids.</summary>
    public static IReadOnlyList<SupervisionGroup> GroupsFor(this Institution institution, Caller caller) =>
    [
        .. institution.Groups.Values.Where(group => ReadGroupEndpoints.MaySee(group, caller))
            .OrderBy(group => group.Id.Value, StringComparer.Ordinal),
    ];

    /// <summary>Members in the order of their names.</summary>
    public static IReadOnlyList<PersonId> ByName(this Institution institution, IEnumerable<PersonId> people) =>
        [.. people.OrderBy(institution.PersonName, StringComparer.Ordinal)];

    /// <summary>The earliest session that was held, or is held today, and has no register.</summary>
    public static SupervisionSession? RegisterToTake(this SupervisionGroup group, DateOnly today) =>
        group.ByDay.Find(session => session.IsToCome && session.Day <= today);

    public static SupervisionSession? NextSession(this SupervisionGroup group, DateOnly today) =>
        group.ByDay.Find(session => session.IsToCome && session.Day >= today);

    public static SessionView ViewOf(SupervisionSession session, PageClock clock) => new(
        session.Id.ToString(), AddressOf(session), session.Day, session.StartsAt)
    {
        Cancelled = session.Cancelled,
        Taken = session.Register is not null,
        Came = session.Register?.Values.Count(attendance => attendance == Attendance.Attended) ?? 0,
        Named = session.Register?.Count ?? 0,
        IsHeld = session.Day <= clock.Today,
    };
}

/// <summary>One session of a group, as a line.</summary>
public sealed record SessionView(string Id, string Address, DateOnly Day, TimeOnly? StartsAt)
{
    public bool Cancelled { get; init; }
    public bool Taken { get; init; }

    /// <summary>Its day has come.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Who was here, guests included, of those in the register.</summary>
    public int Came { get; init; }
    public int Named { get; init; }

    public bool IsToCome => !Cancelled && !Taken;
}
