using Safeguard.Api.Escalations;
using Safeguard.Api.Reading;
using Safeguard.Domain.Access;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>Records opened outside one's scope, and who has read what.</summary>
public static class ReadingSamples
{
    private const string Id = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d5";
    private const string OtherId = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d6";

    private static readonly BreakGlassView Form = new(TimeSpan.FromMinutes(60), 2);

    private static readonly BreakGlassReviewsView Reviews = new(
        [
            new(Id, "urgent contact 4T9Q", "Dev Yilmaz",
                "Their flatmate is with me.\n\nNobody on duty answers, and I have to know what was agreed.",
                Night.At("02:20"), Night.At("2026-11-24T02:20"), Late: false, "Fergus Farouk", MayReview: true),
            new(OtherId, "urgent contact 7WKB", "Fergus Farouk", "Asked by the dean.", Night.At("2026-11-16T10:00"),
                Night.At("2026-11-18T10:00"), Late: true, "Ada Ivanova", MayReview: false),
        ],
        [
            new("urgent contact 2M7K", "Dev Yilmaz", Night.At("2026-11-10T22:00"), "Fergus Farouk",
                Night.At("2026-11-11T09:30"), BreakGlassOutcome.Justified),
        ]);

    private static readonly ReaderView[] Readers =
    [
        new("Dev Yilmaz", "from outside, with a reason that is reviewed", 1, Night.At("02:30")),
        new("Nguyễn Zielinski", "to respond to it", 4, Night.At("02:29")),
    ];

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<BreakGlassPage, BreakGlassView>("break-glass", Form, Night.Supervisor),
        Sample.Of<BreakGlassPage, BreakGlassView>(
            "break-glass-refused",
            Form with
            {
                Refused = new(
                    "break-glass", [new("item", "Give the code of the record, like 4T9Q.")],
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = "They are with me." }),
            },
            Night.Supervisor),
        Sample.Of<BreakGlassReviewsPage, BreakGlassReviewsView>("break-glass-reviews", Reviews, Night.Coordinator),
        Sample.Of<BreakGlassReviewsPage, BreakGlassReviewsView>(
            "break-glass-reviews-none", new([], []), Night.Coordinator),
        Sample.Of<BreakGlassReviewsPage, BreakGlassReviewsView>(
            "break-glass-reviews-refused",
            Reviews with
            {
                Refused = new(
                    $"review-{Id}", [new("words", "Look at this one again.")],
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["outcome"] = "Justified" }),
            },
            Night.Coordinator),
        Sample.Of<EscalationPage, EscalationView>(
            "urgent-contact-from-outside",
            EscalationSamples.Held with
            {
                May = new HashSet<EscalationMove>(),
                OpenUntil = Night.At("03:20"),
                Readers = Readers,
            },
            Night.Supervisor),
    ];
}
