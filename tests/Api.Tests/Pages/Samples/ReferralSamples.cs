using Safeguard.Api.CaseFiles;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Referrals;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>Referrals: on the case file's page, on the board, and the form that offers one.</summary>
public static class ReferralSamples
{
    private const string Id = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d2";
    private const string Other = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d3";
    private const string File = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d4";
    private const string Code = "WX-7K3M";

    private static readonly ReferralView Seen = new(Id, File, "University Counselling Service", ReferralState.Seen)
    {
        May = new HashSet<ReferralMove>
        {
            ReferralMove.ConsentRefused, ReferralMove.Complete, ReferralMove.Withdraw, ReferralMove.RecordDisclosure,
        },
        Steps =
        [
            new("Offered", StepState.Done), new("Consented", StepState.Done), new("Sent", StepState.Done),
            new("Accepted", StepState.Done), new("Seen", StepState.Now), new("Completed", StepState.Todo),
        ],
        Next = "Say what became of it.",
        Band = Band.Within4Hours,
        Owner = "You",
        NextWakeUp = Night.At("2026-11-25T12:00"),
        DisclosureBy = Night.At("2026-11-21T02:14"),
        Summary = "Sleeps badly since October.",
        Story =
        [
            new(2, IconName.Tick, Tone.Plain, "The service saw the student", Night.At("02:20"), Night.At("01:00")),
            new(1, IconName.Arrow, Tone.Plain, "You offered University Counselling Service", Night.At("01:00"),
                Night.At("01:00"))
            {
                Detail = "It was closed then. Samaritans was open.",
                Words = "Sleeps badly since October.",
            },
        ],
        Outcomes = [new("helped", "The service helped"), new("notHelped", "The service could not help")],
        Senior = [new("we0014", "Nguyễn Zielinski, Senior Member, Alder College")],
    };

    private static readonly ReferralView Declined = new(Other, File, "Money Advice", ReferralState.Declined)
    {
        May = new HashSet<ReferralMove>
        {
            ReferralMove.ConsentGiven, ReferralMove.Send, ReferralMove.Receive, ReferralMove.Accept,
            ReferralMove.Decline, ReferralMove.Chase, ReferralMove.RecordSeen, ReferralMove.RecordNonAttendance,
            ReferralMove.Withdraw,
        },
        Steps = [new("Offered", StepState.Done), new("Declined", StepState.Now), new("Completed", StepState.Todo)],
        Owner = "You",
    };

    private static readonly OfferReferralView Offering = new(
        File, Code,
        [
            new("nightline", "Nightline", Urgent: false, "closed now, opens 20:00; Samaritans is open"),
            new("samaritans", "Samaritans", Urgent: true, Closed: null),
        ]);

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<CaseFilePage, CaseFileView>("case-file-referrals", Page, Night.Supporter),
        Sample.Of<CaseFilePage, CaseFileView>(
            "case-file-referral-refused", Page with { Refused = Unsent }, Night.Supporter),
        Sample.Of<ReferralBoardPage, ReferralBoardView>(
            "referrals",
            new(
            [
                new(Id, File, Code, "Nightline", ReferralState.NoReply, "You", Band: null, Night.At("2026-11-02T12:00"),
                    Night.At("2026-11-19T12:00"), "Get an answer from the service"),
                new(Other, File, Code, "Samaritans", ReferralState.Sent, "Jamal Smith-Jones", Band.Within72Hours,
                    Night.At("01:00"), Night.At("2026-11-25T12:00"), "Get an answer from the service"),
            ])
            {
                HasMore = true,
            },
            Night.Coordinator),
        Sample.Of<ReferralBoardPage, ReferralBoardView>("referrals-none", new([]), Night.Supervisor),
        Sample.Of<OfferReferralPage, OfferReferralView>("referral-offer", Offering, Night.Supporter),
        Sample.Of<OfferReferralPage, OfferReferralView>(
            "referral-offer-refused", Offering with { Refused = Unchosen }, Night.Supporter),
    ];

    private static CaseFileView Page => new(File, Code, 3, CaseFileState.Open)
    {
        May = new HashSet<CaseFileMove>(),
        Owner = "You",
        OwnerSince = Night.At("2026-11-02T12:00"),
        Panel = "Alder College",
        ShowsWords = true,
        Referrals = [Seen, Declined],
    };

    private static Refused Unsent => new(
        Declined.Form("sent"), [new("toWhom", "This is missing.")],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = "Name and number." });

    private static Refused Unchosen => new(
        "offer", [new("service", "Choose a service.")],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["summary"] = "Would like to talk weekly." });
}
