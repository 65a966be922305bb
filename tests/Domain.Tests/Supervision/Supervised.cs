using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>
/// Two supervision groups in the middle of a term: Sue's g01 with Ida and Nia, and Uma's g02 with Ben. Everybody became
/// a supporter when term began; nobody has been to a session yet.
/// </summary>
internal static class Supervised
{
    public static GroupId G2 { get; } = new("g02");
    public static PersonId Nia { get; } = new("nia");
    public static PersonId Ben { get; } = new("ben");
    public static PersonId Uma { get; } = new("uma");

    public static Caller SueSupervises { get; } = new(Sue, [new RoleGrant(Role.Supervisor, Panel: null)]);
    public static Caller UmaSupervises { get; } = new(Uma, [new RoleGrant(Role.Supervisor, Panel: null)]);
    public static Caller AsBen { get; } = new(Ben, [new RoleGrant(Role.Supporter, Law)]);

    public static DateOnly Today { get; } = new(2026, 11, 20);

    /// <summary>Michaelmas 2026 and Hilary 2027, as the university has them.</summary>
    public static TermDatesSet[] Terms { get; } =
    [
        new("Michaelmas 2026", new(2026, 10, 11), new(2026, 12, 5)),
        new("Hilary 2027", new(2027, 1, 17), new(2027, 3, 13)),
    ];

    public static DateOnly TermBegins { get; } = new(2026, 10, 11);

    public static Institution InTerm { get; } = University.At(
        Utc(10, 11, 9),
        [
            .. Terms,
            Added(Nia), new RoleGranted(Nia, Role.Supporter, Alder),
            Added(Ben), new RoleGranted(Ben, Role.Supporter, Law),
            Added(Uma), new RoleGranted(Uma, Role.Supervisor, Panel: null),
            new GroupFormed(G2), new SupervisorAssigned(G2, Uma),
            .. Joins(Ida, G1), .. Joins(Nia, G1), .. Joins(Ben, G2),
        ]);

    /// <summary>The same with sessions of g01 on these days, 1 being the first one's id.</summary>
    public static Institution With(params DateOnly[] days) => InTerm.And(
        [.. days.Select((day, i) => new SessionScheduled(G1, Id(i + 1), day, new TimeOnly(17, 0)))]);

    /// <summary>Ida's and Nia's group met today and the register is not taken.</summary>
    public static Institution MetToday { get; } = With(Today);

    /// <summary>The register of today's session: both were there.</summary>
    public static Institution Registered { get; } = MetToday.And(
        new RegisterTaken(G1, Id(1), Today, [new(Ida, Attendance.Attended), new(Nia, Attendance.Attended)]),
        new SupervisionAttended(Ida, G1, Id(1), Today, ConfirmedByOffice: false),
        new SupervisionAttended(Nia, G1, Id(1), Today, ConfirmedByOffice: false));

    public static Institution And(this Institution institution, params object[] events) =>
        institution.At(Noon, events);

    public static SupervisionContext By(this Institution institution, Caller caller, DateTimeOffset? now = null) =>
        new(institution, caller, now ?? Noon);

    public static SupervisionGroup Own(this Institution institution) => institution.Groups[G1];

    public static DateTimeOffset NoonOn(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    /// <summary>A line of a register; the call it may ask for has the number of its place.</summary>
    public static RegisterLine Line(PersonId person, Attendance? attendance, int call = 70) =>
        new(person, attendance, Reason: null, Id(call));

    /// <summary>Exactly these events in these streams.</summary>
    public static void ShouldBe(
        this IReadOnlyList<InStream> streams, params (string Type, string Slug, object Event)[] expected) =>
        streams.SelectMany(stream => stream.Events.Select(happened => (stream.StreamType, stream.Slug, happened)))
            .ShouldBe(expected);

    private static object[] Joins(PersonId person, GroupId group) =>
    [
        new SupporterEnrolled(person, TrainedBy: null), new SupporterActivated(person, TermBegins),
        new SupervisionGroupAssigned(person, group, Reason: null), new MemberJoined(group, person),
    ];
}
