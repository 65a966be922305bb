using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>The four things a raiser is told, in a few words.</summary>
public static class ReceiptStageWords
{
    public static string Of(ReceiptStage stage) => stage switch
    {
        ReceiptStage.Received => "received, people are being paged",
        ReceiptStage.SeenByAPerson => "seen by a person",
        ReceiptStage.BeingActedOn => "being acted on",
        _ => "finished",
    };
}
