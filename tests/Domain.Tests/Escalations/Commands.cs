using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

/// <summary>Every command of an escalation by its type, and the ones that tests send most.</summary>
internal static class Commands
{
    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static Confidential Words(string text = "A few words.") => new(text);

    public static RaiseEscalation Raise(
        Band? band = null,
        string? what = "Someone needs a person tonight.",
        bool emergencyNow = false,
        Answers? answers = null,
        PanelId? panel = null,
        PersonId? raiser = null,
        Guid? addition = null,
        string? where = null) => new(
            raiser ?? People.Raiser.Person,
            "4T9Q-2M7K",
            Confidential.From(what),
            emergencyNow,
            answers ?? Answers.None,
            band,
            panel,
            CaseFile: null,
            Confidential.From(where),
            AsTyped: null,
            Facts: [],
            addition ?? Id(900));

    public static CloseEscalation Close { get; } = new(
        Words("Summary."), Words("Follow-up."), [new(Words("Decision."), Words("Reason."))], Words("Outcome."), [Words("Told.")]);

    public static Decision<EscalationEvent> Decide(object command, Escalation state, EscalationContext context) =>
        command switch
        {
            RaiseEscalation c => RaiseEscalation.Decide(c, state, context),
            WakeEscalation c => WakeEscalation.Decide(c, state, context),
            AcknowledgeEscalation c => AcknowledgeEscalation.Decide(c, state, context),
            RecordContact c => RecordContact.Decide(c, state, context),
            CloseEscalation c => CloseEscalation.Decide(c, state, context),
            ReopenEscalation c => ReopenEscalation.Decide(c, state, context),
            _ => throw new ArgumentException($"{command.GetType().Name} is no command of an escalation.", nameof(command)),
        };
}
