using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>One group: where everybody stands, and who came when.</summary>
/// <param name="Heat">The latest sessions and the next.</param>
public sealed record GroupView(string Address, string Name, HeatMapView Heat)
{
    /// <summary>Null where it has none.</summary>
    public string? Supervisor { get; init; }

    /// <summary>In the order of their names, as the heat map has them.</summary>
    public IReadOnlyList<MemberView> Members { get; init; } = [];

    /// <summary>Sessions that the first map has no room for, by term, the latest first.</summary>
    public IReadOnlyList<(string Term, HeatMapView Heat)> Earlier { get; init; } = [];

    /// <summary>Those to come or not entered yet, soonest first.</summary>
    public IReadOnlyList<SessionView> ToCome { get; init; } = [];

    /// <summary>Those that were held or cancelled, latest first.</summary>
    public IReadOnlyList<SessionView> Past { get; init; } = [];

    /// <summary>Requests and welfare calls that nobody has answered.</summary>
    public int Tasks { get; init; }

    /// <summary>The reader opens the page of a person.</summary>
    public bool MayOpenPeople { get; init; }
    public Refused? Refused { get; init; }
}

/// <summary>Where one member stands.</summary>
/// <param name="Came">Of the sessions in the map that were held while they were in the group.</param>
public sealed record MemberView(string Id, string Name, StandingAnswer Standing, int Came, int Held);

/// <summary>A table that is a picture: people and sessions.</summary>
public sealed record HeatMapView(IReadOnlyList<DateOnly> Days, IReadOnlyList<HeatRow> Rows);

/// <param name="Marks">One for each day.</param>
public sealed record HeatRow(string Name, IReadOnlyList<HeatMark> Marks);

/// <summary>What a session was for somebody, as a cell shows it.</summary>
public enum HeatMark
{
    Attended, MadeUp, Excused, Absent, Cancelled, Planned,

    /// <summary>Held, and its register is not taken yet.</summary>
    NotTaken,

    /// <summary>They were not in the group then.</summary>
    Elsewhere,
}
