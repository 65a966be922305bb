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
        Words("Summary."),
        Words("Follow-up."),
        [new(Words("Decision."), Words("Reason."))],
        Words("Outcome."),
        [Words("Told.")]);

    public static AskQuestion Ask(Caller of) => new(Id(1), of.Person, Words());

    public static HandOverEscalation HandOver(Caller to) => new(to.Person, null, Words());

    public static RecordAction Act(Caller owner, DateTimeOffset? dueBy = null) =>
        new(Id(2), Words(), owner.Person, dueBy, Done: false);

    public static Decision<EscalationEvent> Decide(object command, Escalation state, EscalationContext context) =>
        command switch
        {
            RaiseEscalation c => RaiseEscalation.Decide(c, state, context),
            WakeEscalation c => WakeEscalation.Decide(c, state, context),
            AcknowledgeEscalation c => AcknowledgeEscalation.Decide(c, state, context),
            RecordContact c => RecordContact.Decide(c, state, context),
            CloseEscalation c => CloseEscalation.Decide(c, state, context),
            ReopenEscalation c => ReopenEscalation.Decide(c, state, context),
            AddToEscalation c => AddToEscalation.Decide(c, state, context),
            ChangeBand c => ChangeBand.Decide(c, state, context),
            ReleaseEscalation c => ReleaseEscalation.Decide(c, state, context),
            TransferEscalation c => TransferEscalation.Decide(c, state, context),
            HandOverEscalation c => HandOverEscalation.Decide(c, state, context),
            RecordSafeForNow c => RecordSafeForNow.Decide(c, state, context),
            RecordAction c => RecordAction.Decide(c, state, context),
            CompleteAction c => CompleteAction.Decide(c, state, context),
            AskQuestion c => AskQuestion.Decide(c, state, context),
            AnswerQuestion c => AnswerQuestion.Decide(c, state, context),
            InvolveEmergencyServices c => InvolveEmergencyServices.Decide(c, state, context),
            RecordDisclosure c => RecordDisclosure.Decide(c, state, context),
            RecordDebrief c => RecordDebrief.Decide(c, state, context),
            ExplainDeadline c => ExplainDeadline.Decide(c, state, context),
            DeclareEscalationConflict c => DeclareEscalationConflict.Decide(c, state, context),
            ReassignEscalation c => ReassignEscalation.Decide(c, state, context),
            RecordPageFailure c => RecordPageFailure.Decide(c, state, context),
            _ => throw new ArgumentException(
                $"{command.GetType().Name} is no command of an escalation.", nameof(command)),
        };
}
