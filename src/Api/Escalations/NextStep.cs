using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>What the one dark panel of an escalation's page asks for.</summary>
public enum NextStep
{
    /// <summary>The reader has nothing to do here that is more urgent than reading.</summary>
    None,
    SayIHaveIt, AcceptTransfer, SpeakWithThem, SafeForNow, CloseRecord,
}

/// <summary>Which step comes next for a reader: the first in order of urgency that they may take.</summary>
public static class NextSteps
{
    public static NextStep For(EscalationView view) => view switch
    {
        { Transfer.You: true } when view.Can(EscalationMove.AcceptTransfer) => NextStep.AcceptTransfer,
        { NobodyHasIt: true } when view.Can(EscalationMove.Acknowledge) => NextStep.SayIHaveIt,
        { State: EscalationState.Closed } => NextStep.None,
        { State: EscalationState.Acknowledged, HeldBy.You: true } when view.Can(EscalationMove.RecordContact)
            => NextStep.SpeakWithThem,
        { NobodyHasIt: true } when view.Can(EscalationMove.RecordContact) => NextStep.SpeakWithThem,
        { State: EscalationState.ContactMade } when view.Can(EscalationMove.SafeForNow) => NextStep.SafeForNow,
        { State: EscalationState.SafeForNow or EscalationState.HandedOver } when view.Can(EscalationMove.Close)
            => NextStep.CloseRecord,
        _ => NextStep.None,
    };
}
