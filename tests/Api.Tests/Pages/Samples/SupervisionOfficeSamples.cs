using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Supervision;
using Safeguard.Api.Training;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>Standing and training as the programme office and trainers see them.</summary>
public static class SupervisionOfficeSamples
{
    private const string Id = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d2";

    private static readonly StandingBoardView Board = new(
        new Dictionary<Standing, int>
        {
            [Standing.Current] = 338,
            [Standing.DueSoon] = 41,
            [Standing.Overdue] = 9,
            [Standing.Lapsed] = 5,
            [Standing.OnLeave] = 9,
            [Standing.Suspended] = 1,
        },
        [new("alder-college", "Alder College", 12, 2, 1, 1), new("chemistry", "Chemistry", 9, 0, 0, 0)],
        [
            new("we0102", "Jamal Smith-Jones", "Alder College", "G10", Standing.Lapsed, new(2026, 11, 14))
            {
                DueOn = new(2026, 11, 6),
                LapsesOn = new(2026, 11, 14),
                Awaits = true,
            },
            new("we0133", "Noor Patel", "Chemistry", "G12", Standing.Suspended, new(2026, 11, 17)),
            new("we0134", "Amara Hughes", "Chemistry", null, Standing.OnLeave, new(2026, 11, 2)),
            new("we0135", "Łucja Ó Súilleabháin", "Chemistry", "G12", Standing.Overdue, new(2026, 11, 18))
            {
                DueOn = new(2026, 11, 17),
                LapsesOn = new(2026, 11, 25),
                NothingScheduled = true,
            },
        ])
    {
        PanelChoices = [new("alder-college", "Alder College"), new("chemistry", "Chemistry")],
        Unscheduled = [new("g12", "G12", "Dev Yilmaz", 9), new("g13", "G13", null, 1)],
        MayDecide = true,
    };

    private static readonly ComplianceView Compliance = new(
        ["Michaelmas 2026", "Hilary 2027"],
        new(
            "Michaelmas 2026", new(2026, 10, 11), new(2026, 12, 5),
            [
                new(new("alder-college"), new(12, false), new(null, false), new(null, true), new(0, false),
                    new(36, false), new(30, false)),
                new(null, new(null, true), new(null, false), new(null, false), new(null, false), new(null, false),
                    new(null, false)),
            ],
            new(null, new(340, false), new(311, false), new(20, false), new(9, false), new(1020, false),
                new(907, false))))
    {
        Panels = new Dictionary<PanelId, string> { [new("alder-college")] = "Alder College" },
    };

    private static readonly CohortView Cohort = new(
        Id, "Michaelmas 2026", "Dev Yilmaz",
        [
            new("we0612", "Hana Kobayashi", 1620, 1800, ["Hours", "Referrals"], SignedOff: false, null),
            new("we0613", "Joseph Mbeki", 1800, 1800, [], SignedOff: true, null),
            new("we0614", "Elin Morgan", 1890, 1800, [], SignedOff: true, new(2026, 11, 16)),
        ],
        [new("confidentiality", "Confidentiality"), new("referrals", "Referrals")])
    {
        Sessions =
        [
            new("0193451e-7c00-7a41-9d3e-52c1a4c0f7d3", new(2026, 11, 12), 120, ["Confidentiality"], 3, CatchUp: false)
            {
                TopicIds = ["confidentiality"],
                PresentIds = ["we0612"],
                CorrectedBecause = "It ended an hour early.",
                Before = [new(Id, new(2026, 11, 12), 180, ["Confidentiality"], 3, CatchUp: false)],
            },
            new("0193451e-7c00-7a41-9d3e-52c1a4c0f7d4", new(2026, 11, 10), 90, [], 1, CatchUp: true),
        ],
        Joinable = [new("we0615", "Amara Hughes")],
        Panels = [new("alder-college", "Alder College")],
        Groups = [new("g10", "G10, Dev Yilmaz")],
        Everybody = [new("we0612", "Hana Kobayashi"), new("we0613", "Joseph Mbeki")],
        Trainers = [new("we0004", "Dev Yilmaz"), new("we0001", "Amara Hughes")],
        MayActivate = true,
    };

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<StandingPage, StandingBoardView>("standing", Board, Night.Coordinator),
        Sample.Of<StandingPage, StandingBoardView>(
            "standing-supervisor", Board with { MayDecide = false, Unscheduled = [] }, Night.Supervisor),
        Sample.Of<StandingPage, StandingBoardView>(
            "standing-none", Board with { People = [], Unscheduled = [] }, Night.Coordinator),
        Sample.Of<StandingPage, StandingBoardView>(
            "standing-refused",
            Board with { Refused = Refusal("suspendSupporter-we0102", "reason", "Say why, in a few words.") },
            Night.Coordinator),
        Sample.Of<CompliancePage, ComplianceView>("compliance", Compliance, Night.Coordinator),
        Sample.Of<CompliancePage, ComplianceView>("compliance-none", new([], Report: null), Night.Coordinator),
        Sample.Of<CohortsPage, CohortsView>(
            "cohorts",
            new([new(Id, "Michaelmas 2026", "Dev Yilmaz", 14, 2, Closed: false)])
            {
                MayOpen = true,
                Trainers = [new("we0004", "Dev Yilmaz")],
            },
            Night.Coordinator),
        Sample.Of<CohortsPage, CohortsView>("cohorts-none", new([]), Night.Supervisor),
        Sample.Of<CohortsPage, CohortsView>(
            "cohorts-refused",
            new([]) { MayOpen = true, Refused = Refusal("cohort", "name", "A cohort needs a name.") },
            Night.Coordinator),
        Sample.Of<CohortPage, CohortView>("cohort", Cohort, Night.Coordinator),
        Sample.Of<CohortPage, CohortView>(
            "cohort-trainer",
            Cohort with { MayActivate = false, MaySignOff = true, Closed = true }, Night.Supervisor),
        Sample.Of<CohortPage, CohortView>(
            "cohort-refused",
            Cohort with { Refused = Refusal("activate-we0612", "panel", "Missing: A panel") }, Night.Coordinator),
        Sample.Of<CohortPage, CohortView>(
            "cohort-correction-refused",
            Cohort with
            {
                Refused = Refusal(
                    "correction-0193451e-7c00-7a41-9d3e-52c1a4c0f7d3", "reason", "Say in a few words what was wrong."),
            },
            Night.Coordinator),
    ];

    private static Refused Refusal(string form, string field, string message) =>
        new(form, [new(field, message)], new Dictionary<string, string>(StringComparer.Ordinal), "a.code");
}
