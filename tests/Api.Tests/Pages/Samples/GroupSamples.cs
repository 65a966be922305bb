using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Supervision;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>Supervision groups as their supervisor sees them: the list, the heat map, and who waits.</summary>
public static class GroupSamples
{
    private const string Id = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d2";
    private const string NextId = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d3";
    private const string Address = "/groups/g10";

    /// <summary>Of each person, the design's eight sessions: letters of the marks.</summary>
    private static readonly (string Name, string Marks, Standing Standing)[] People =
    [
        ("Jamal Smith-Jones", "AXA-AAA.", Standing.Current), ("Dev Fraser", "AAA-AMA.", Standing.Current),
        ("Imran Adeyemi", "AAA-AAE.", Standing.DueSoon), ("Yara Farouk", "AAA-AXA.", Standing.Current),
        ("Mateo O’Brien", "AAM-AAA.", Standing.Current), ("Jamal Byrne", "AAA-AXX.", Standing.Lapsed),
        ("Grace Yilmaz", "AAA-AEE.", Standing.OnLeave), ("Łucja Ó Súilleabháin", "    AXX.", Standing.Overdue),
    ];

    private static readonly DateOnly[] Days =
    [
        new(2026, 5, 8), new(2026, 5, 22), new(2026, 6, 5), new(2026, 6, 19), new(2026, 10, 23), new(2026, 11, 6),
        new(2026, 11, 20), new(2026, 12, 4),
    ];

    internal static SessionView Held { get; } =
        new(Id, $"{Address}/sessions/{Id}", new(2026, 11, 20), new(16, 0)) { IsHeld = true };

    private static readonly SessionView Next = new(NextId, $"{Address}/sessions/{NextId}", new(2026, 12, 4), null);

    private static readonly HeatMapView Heat = new(
        Days, [.. People.Select(one => new HeatRow(one.Name, [.. one.Marks.Select(MarkOf)]))]);

    private static readonly GroupView Group = new(Address, "G10", Heat)
    {
        Supervisor = "Dev Yilmaz",
        Members =
        [
            .. People.Select((one, place) => new MemberView($"we01{place:D2}", one.Name, Answer(one.Standing), 5, 6)),
        ],
        Earlier =
        [
            ("Hilary 2026", new(Days[..2], [new("Jamal Byrne", [HeatMark.Excused, HeatMark.NotTaken])])),
        ],
        ToCome = [Held, Next],
        Past =
        [
            Held with { Day = new(2026, 11, 6), Taken = true, Came = 9, Named = 12 },
            Held with { Day = new(2026, 6, 19), Cancelled = true },
        ],
        Tasks = 2,
    };

    private static readonly GroupLine Line = new(Address, "G10", "Dev Yilmaz", 12)
    {
        Next = Next,
        ToTake = Held,
        Due = [(Standing.Lapsed, 1), (Standing.DueSoon, 2)],
        Tasks = 2,
        TasksLate = true,
    };

    private static readonly SupervisorTaskView Asked = new(
        $"task-{Id}", $"/supervisor-tasks/g10/contact-requests/{Id}", "Yara Farouk", "07700 900123", "G10",
        IsCall: false, Night.At("2026-11-19T18:10:00"), Night.At("18:10:00"))
    {
        Words = "Can we talk before Friday?\nIt is about how I ended a conversation.",
        Urgent = true,
    };

    private static readonly SupervisorTaskView Call = new(
        $"task-{NextId}", $"/supervisor-tasks/g10/welfare-calls/{NextId}", "Jamal Byrne", null, "G10", IsCall: true,
        Night.At("2026-11-16T18:10:00"), Night.At("2026-11-19T18:10:00"));

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<GroupsPage, GroupsView>("groups", new([Line, QuietLine]), Night.Supervisor),
        Sample.Of<GroupsPage, GroupsView>(
            "groups-all", new([Line, QuietLine, new("/groups/g13", "G13", null, 1)]) { All = true }, Night.Coordinator),
        Sample.Of<GroupsPage, GroupsView>("groups-none", new([]), Night.Supervisor),
        Sample.Of<GroupPage, GroupView>("group", Group, Night.Supervisor),
        Sample.Of<GroupPage, GroupView>(
            "group-new", new(Address, "G13", new([], [])) { Supervisor = "Dev Yilmaz" }, Night.Coordinator),
        Sample.Of<GroupPage, GroupView>(
            "group-refused",
            Group with
            {
                MayOpenPeople = true,
                Refused = Refusal($"move-{NextId}", "day", "Give a day like 2026-11-20."),
            },
            Night.Coordinator),
        Sample.Of<SupervisorTasksPage, SupervisorTasksView>(
            "supervisor-tasks", new([Call, Asked], []), Night.Supervisor),
        Sample.Of<SupervisorTasksPage, SupervisorTasksView>(
            "supervisor-tasks-office", new([], [Call with { Owner = "Dev Yilmaz" }]), Night.Coordinator),
        Sample.Of<SupervisorTasksPage, SupervisorTasksView>(
            "supervisor-tasks-refused",
            new([Asked], []) { Refused = Refusal(Asked.Form, "note", "Somebody was faster.") }, Night.Supervisor),
    ];

    private static GroupLine QuietLine => new("/groups/g12", "G12", "Dev Yilmaz", 9) { Next = Next };

    internal static Refused Refusal(string form, string field, string message, string code = "a.code") =>
        new(form, [new(field, message)], new Dictionary<string, string>(StringComparer.Ordinal), code);

    private static StandingAnswer Answer(Standing standing) => new(standing, new(2026, 11, 14))
    {
        LastCounted = standing == Standing.Overdue ? null : new(2026, 11, 6),
        DueOn = standing == Standing.DueSoon ? null : new(2026, 11, 20),
        AwaitsCoordinator = standing == Standing.Lapsed,
    };

    private static HeatMark MarkOf(char letter) => letter switch
    {
        'A' => HeatMark.Attended,
        'M' => HeatMark.MadeUp,
        'E' => HeatMark.Excused,
        'X' => HeatMark.Absent,
        '-' => HeatMark.Cancelled,
        '.' => HeatMark.Planned,
        _ => HeatMark.Elsewhere,
    };
}
