using Safeguard.Api.Escalations;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Tests.Pages.Samples;

public static class QueueSamples
{
    private static readonly Holder You = new("Nguyễn Zielinski", You: true, Night.At("01:40"));

    private static readonly QueueCard[] Cards =
    [
        Card("4T9Q", Band.Immediate, EscalationState.Raised, "02:14:00") with
        {
            Promise = new(Deadline.AcknowledgeBy, Night.At("02:14"), Night.At("02:19")),
            Paged = [new("Yusuf Hall", Night.At("02:14")), new("you", Night.At("02:24"))],
            NextPageAt = Night.At("02:34"),
            MayAcknowledge = true,
        },
        Card("7BDN", Band.Within4Hours, EscalationState.Reopened, "02:20:00") with
        {
            Promise = new(Deadline.AcknowledgeBy, Night.At("02:20"), Night.At("02:35")),
            MayAcknowledge = true,
        },
        Card("9HX2", Band.Within4Hours, EscalationState.Acknowledged, "01:02:00") with
        {
            HeldBy = You,
            Promise = new(Deadline.ContactAfterAcknowledging, Night.At("01:40"), Night.At("02:40")),
        },
        Card("K7M3", Band.Within24Hours, EscalationState.Acknowledged, "2026-11-19T21:30:00", "Peers of Colour") with
        {
            HeldBy = new("Yusuf Hall", You: false, Night.At("2026-11-19T21:44")),
            Promise = new(Deadline.RespondBy, Night.At("2026-11-19T21:30"), Night.At("21:30")),
            QuestionAskedAt = Night.At("2026-11-19T22:15"),
            OfferedToYou = true,
        },
        Card("5H8T", Band.Within72Hours, EscalationState.ContactMade, "2026-11-19T16:05:00", null) with
        {
            HeldBy = You,
            Promise = new(Deadline.FollowUp, Night.At("2026-11-19T16:05"), Night.At("2026-11-22T16:05")),
        },
        Card("3D6F", Band.NextSupervision, EscalationState.Raised, "2026-11-17T11:20:00") with
        {
            HeldBy = new("Dev Yilmaz", You: false, Night.At("2026-11-18T21:44")),
            Promise = new(Deadline.RespondBy, Night.At("2026-11-17T11:20"), Night.At("16:00")),
        },
    ];

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<QueuePage, QueueView>(
            "queue",
            new(Cards) { Duty = "Deputy for Alder College", DutyUntil = Night.At("18:00"),
                Beside = "Yusuf Hall, first on duty" },
            Night.Deputy.When("02:25:12")),
        Sample.Of<QueuePage, QueueView>(
            "queue-empty",
            new([]) { Duty = "Deputy for Alder College", DutyUntil = Night.At("18:00"),
                LastFinishedAt = Night.At("2026-11-17T15:02") },
            Night.Deputy.When("2026-11-18T11:40:02")),
    ];

    private static QueueCard Card(
        string code, Band band, EscalationState state, string raised, string? panel = "Alder College") =>
        new($"0193451e-7c00-7a41-9d3e-52c1a4c0{code.ToLowerInvariant()}", code, 4, band, state, panel,
            Night.At(raised));
}
