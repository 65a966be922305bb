using Safeguard.Api.Escalations;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Tests.Pages.Samples;

public static class RaisingSamples
{
    private const string Id = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d2";

    private static readonly RaiseView Form = new(
        Id, "Alder College", SomebodyOnDuty: true,
        [new("alder-college", "Alder College"), new("chemistry", "Chemistry"), new("foxglove-college",
            "Foxglove College")]);

    private static readonly ReceiptStatus Received = new(
        "4T9Q-2M7K", ReceiptStage.Received, Band.Immediate, Night.At("02:14:07"),
        SeenAt: null, SeenBy: Night.At("02:19:07"), ActedOnAt: null, FinishedAt: null,
        MorePeopleAt: [Night.At("02:24"), Night.At("02:34"), Night.At("02:44")],
        ThenEvery: TimeSpan.FromMinutes(15), DebriefBy: Night.At("2026-11-21T02:14:07"));

    private static readonly ReceiptStatus Seen = Received with
    {
        Stage = ReceiptStage.SeenByAPerson,
        SeenAt = Night.At("02:26:31"),
        SeenBy = null,
        MorePeopleAt = [],
        ThenEvery = null,
    };

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<RaiseEscalationPage, RaiseView>("raise", Form, Night.Supporter),
        Sample.Of<RaiseEscalationPage, RaiseView>(
            "raise-nobody-on-duty", Form with { SomebodyOnDuty = false }, Night.Supporter),
        Sample.Of<RaiseEscalationPage, RaiseView>("raise-error", Form with { Refused = Empty }, Night.Supporter),
        Sample.Of<ReceiptPage, ReceiptView>(
            "receipt", new(Id, Received) { PagedFirst = Rung.DutySeniorMember }, Night.Supporter.When("02:14:09")),
        Sample.Of<ReceiptPage, ReceiptView>("receipt-seen", new(Id, Seen) { AddedAt = [Night.At("02:20")] },
            Night.Supporter),
        Sample.Of<ReceiptPage, ReceiptView>(
            "receipt-handed-back",
            new(Id, Received with { SeenAt = Night.At("02:26:31"), SeenBy = null, MorePeopleAt = [Night.At("02:44")] }),
            Night.Supporter),
        Sample.Of<ReceiptPage, ReceiptView>(
            "receipt-finished",
            new(Id, Seen with { Stage = ReceiptStage.Finished, ActedOnAt = Night.At("02:41"),
                FinishedAt = Night.At("2026-11-23T16:05") }),
            Night.Supporter.When("2026-11-24T10:00")),
        Sample.Of<ReceiptsPage, ReceiptsView>(
            "receipts",
            new(
                [
                    new(Id, "4T9Q-2M7K", Band.Immediate, Night.At("02:14:07"), ReceiptStage.SeenByAPerson),
                    new(Id, "9HX2-1PQ4", Band.Within24Hours, Night.At("2026-11-03T15:20"), ReceiptStage.Finished),
                    new(Id, "K7M3-8ZZ2", Band.NextSupervision, Night.At("2026-05-03T15:20"), ReceiptStage.BeingActedOn),
                ],
                "/receipts?before=3"),
            Night.Supporter),
        Sample.Of<ReceiptsPage, ReceiptsView>("receipts-none", new([], null), Night.Supporter),
    ];

    private static Refused Empty => new(
        "raise",
        [new("what", "Write a few words, or press Emergency now")],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["alone"] = "unsure", ["where"] = "Staircase 4" })
    {
        Heading = "Nothing has been sent yet",
    };
}
