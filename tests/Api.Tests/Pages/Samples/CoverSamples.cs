using Safeguard.Api.Home;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Rota;
using Safeguard.Api.SignIn;
using Safeguard.Domain;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>The overview, the rota, and the pages outside the programme: sign-in and errors.</summary>
public static class CoverSamples
{
    private const string Shift = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d2";
    private const string Other = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d4";

    private static readonly CoverView Cover = new(
        Night.At("00:00"), 7, 42, 44,
        [
            new("foxglove-college", "Foxglove College", [new(Deputy: false, Night.At("18:00"),
                Night.At("2026-11-22T09:00"))]),
            new("chemistry", "Chemistry", [new(Deputy: true, Night.At("2026-11-24T18:00"),
                Night.At("2026-11-25T18:00")), new(Deputy: true, Night.At("2026-11-26T18:00"), null)]),
        ]);

    private static readonly OverviewView Morning = new()
    {
        Alarms =
        [
            new("Foxglove College has nobody on duty tonight", "No Senior Member from 18:00 today to Sun 22 "
                + "Nov, 09:00. Until then, urgent contacts come to Coordinators.",
                Tone.Alarm, "/rota/foxglove-college", "Find cover"),
            new("A duty is not confirmed",
                "Yusuf Hall, first on duty for Alder College since 18:00. Pages go out all the same.", Tone.Warn),
        ],
        Figures = [new(1, "deadline missed, not yet explained", "/queue", Tone.Alarm), new(0, "nobody has yet",
            "/queue", Tone.Alarm), new(5, "urgent contacts open", "/queue"), new(2, "gaps in cover, next 7 days",
            "/rota/gaps", Tone.Warn), new(3, "debriefs due", "/queue")],
        Cover = Cover,
        InTime = ReportSamples.Acknowledged,
        Week = "Friday of week 6",
    };

    private static readonly RotaView Rota = new(
        "alder-college", "Alder College", 12, Cover with { Gaps = [Cover.Gaps[0]] },
        [
            new(Shift, Duty.First, [new("Yusuf Hall", Night.At("2026-11-13T18:00"), Night.At("2026-11-19T18:00"),
                Confirmed: true), new("Nguyễn Zielinski", Night.At("2026-11-19T18:00"), Night.At("18:00"),
                Unconfirmed: true)], MayChange: true),
            new(Other, Duty.Deputy, [new("Nguyễn Zielinski", Night.At("2026-11-13T18:00"), Night.At("18:00"),
                Confirmed: true)], MayChange: true),
        ])
    {
        MayCover = true,
        SeniorMembers = [new("we0014", "Nguyễn Zielinski"), new("we0015", "Yusuf Hall")],
        Later = "/rota/alder-college?from=2026-12-18",
    };

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<OverviewPage, OverviewView>("overview", Morning, Night.Coordinator.When("09:30:15")),
        Sample.Of<OverviewPage, OverviewView>("overview-calm", Morning with { Alarms = [], Figures = [],
            Cover = Cover with { Gaps = [], Covered = 44 }, InTime = null, Week = null }, Night.Coordinator),
        Sample.Of<DutyPage, DutyView>("duty", new([new(Shift, "alder-college", "Alder College", Duty.Deputy,
            Night.At("2026-11-13T18:00"), Night.At("18:00"), "Yusuf Hall", Confirmed: false, MayConfirm: true),
            new(Other, "alder-college", "Alder College", Duty.First, Night.At("2026-11-27T18:00"),
            Night.At("2026-12-04T18:00"), null, Confirmed: false,
            MayConfirm: false)]) { Panels = [new("alder-college", "Alder College")] }, Night.Deputy),
        Sample.Of<DutyPage, DutyView>("duty-none", new([]), Night.Deputy),
        Sample.Of<RotaPage, RotaView>("rota", Rota, Night.Deputy),
        Sample.Of<RotaPage, RotaView>("rota-office", Rota with { MayPlan = true, Refused = Overlap },
            Night.Coordinator),
        Sample.Of<RotaPage, RotaView>("rota-empty", Rota with { MayPlan = true, Shifts = [],
            Cover = Cover with { Gaps = [] } }, Night.Coordinator),
        Sample.Of<CoverGapsPage, CoverGapsView>("gaps", new(Cover, [new("nursing", "Nursing",
            "no Senior Member")]) { Ahead = [new("/rota/gaps?days=28", "Next 28 days")] }, Night.Coordinator),
        Sample.Of<CoverGapsPage, CoverGapsView>("gaps-none", new(Cover with { Gaps = [], Covered = 44 }, []),
            Night.Coordinator),
        Sample.Of<SignInPage, SignInView>("sign-in-demo", new() { Doors = [new("we0102", "Jamal Smith-Jones",
            "Supporter", "Alder College"), new("we0548", "Łucja Ó Súilleabháin", "Trainee",
            "Alder College. Six of ten sessions done"), new("we0014", "Nguyễn Zielinski", "Senior Member",
            "Alder College. Deputy tonight")], ReturnTo = "/queue" }, Night.Nobody),
        Sample.Of<SignInPage, SignInView>("sign-in", new() { Real = "/sign-in/university", TimedOut = true },
            Night.Nobody),
        Sample.Of<SignedOutPage, SignedOutView>("signed-out", new(), Night.Nobody),
        Sample.Of<SignInRefusedPage, SignInRefusedView>("sign-in-unknown", new(SignInFault.UnknownAccount),
            Night.Nobody),
        Sample.Of<SignInRefusedPage, SignInRefusedView>("sign-in-unfinished", new(SignInFault.NotFinished),
            Night.Nobody),
        Sample.Of<SignInRefusedPage, SignInRefusedView>("sign-in-no-answer", new(SignInFault.NoAnswer), Night.Nobody),
        Sample.Of<ErrorPage, ErrorView>("error-not-there", new(ErrorKind.NotThere, "7F2-0419"), Night.Supporter),
        Sample.Of<ErrorPage, ErrorView>("error-refused", new(ErrorKind.Refused, "7F2-0419")
        {
            Detail = "You raised this, so someone else takes it. From your receipt you can add something.",
            Code = "escalation.own", Rule = Rule.R5, Since = Night.At("02:14"), Missing = ["The outcome"],
            Back = "/queue",
        }, Night.Deputy),
        Sample.Of<ErrorPage, ErrorView>("error-stale", new(ErrorKind.Stale, "7F2-0419") { Back = "/queue" },
            Night.Deputy),
        Sample.Of<ErrorPage, ErrorView>("error-too-much", new(ErrorKind.TooMuch, "7F2-0419"), Night.Supporter),
        Sample.Of<ErrorPage, ErrorView>("error-ours", new(ErrorKind.Ours, "7F2-0419"),
            Night.Supporter with { Who = null }),
    ];

    private static Refused Overlap => new(
        "shift",
        [new("starts", "Somebody has this duty for a part of that time. Remove or cover that shift, or "
            + "choose other times.")],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["duty"] = "deputy", ["starts"] = "2026-11-21T18:00" },
        "shift.overlaps");
}
