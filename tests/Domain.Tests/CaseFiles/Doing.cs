using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>Commands about a case file, with nothing wrong in them, and what decides each.</summary>
internal static class Doing
{
    public const string Code = "WX-7K3M";

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static Confidential Words(string text = "Words.") => new(text);

    public static OpenCaseFile Open(
        Caller? supporter = null, PanelId? home = null, ProgrammeKind kind = ProgrammeKind.Listening) =>
        new(Code, (supporter ?? Around.Owner).Person, Around.Alder, home, kind);

    public static IdentifyStudent Identify(
        string name = "A name.", Caller? person = null, string? reason = null) =>
        new(Words(name), null, null, person?.Person, reason is null ? null : Words(reason));

    public static LogContact Log(
        int id,
        ContactMode mode = ContactMode.InPerson,
        bool? reached = null,
        Band? band = null,
        DateTimeOffset? occurredAt = null,
        Channel? channel = null) =>
        new(Id(id), mode, channel, reached, 40, [Words("Anxiety.")], band, Words("Note."), occurredAt);

    public static CorrectContact Correct(
        int correction, int contact, Band? band = null, DateTimeOffset? occurredAt = null) =>
        new(
            Id(correction), Id(contact), ContactMode.InPerson, null, null, 45, [Words("Anxiety.")], band,
            Words("Corrected."), occurredAt, Words("Reason."));

    public static AskCaseQuestion Ask(int id, Caller of) => new(Id(id), of.Person, Words("Question?"));

    public static RecordCaseAction Act(int id, DateTimeOffset? dueBy = null, Caller? owner = null, bool done = false) =>
        new(Id(id), Words("Action."), owner?.Person, dueBy, done);

    public static RecordCaseDisclosure Disclose(
        int id, bool withConsent = true, bool trustedContact = false, Caller? decidedBy = null,
        Caller? secondedBy = null, bool grounds = true, bool shared = true) =>
        new(
            Id(id), shared, Words("What."), Words("To whom."), Words("Why."), withConsent, trustedContact,
            decidedBy?.Person, secondedBy?.Person, grounds ? Words("Grounds.") : null);

    public static ResolveCaseFile Resolve(
        ResolutionReason reason = ResolutionReason.SupportComplete, string? duplicateOf = null) =>
        new(
            reason, duplicateOf, Words("Summary."), Words("Follow-up."), [new(Words("Decision."), Words("Reason."))],
            Words("Outcome."), [Words("Told.")]);

    public static RestrictCaseFile Restrict(Caller[] named, Caller? about = null) =>
        new([.. named.Select(one => one.Person)], about?.Person, Words("Reason."));

    public static Decision<CaseFileEvent> Decide(object command, CaseFile state, CaseFileContext context) =>
        command switch
        {
            OpenCaseFile c => OpenCaseFile.Decide(c, state, context),
            IdentifyStudent c => IdentifyStudent.Decide(c, state, context),
            RecordConsent c => RecordConsent.Decide(c, state, context),
            PlanContact c => PlanContact.Decide(c, state, context),
            LogContact c => LogContact.Decide(c, state, context),
            CorrectContact c => CorrectContact.Decide(c, state, context),
            AddSignpost c => AddSignpost.Decide(c, state, context),
            AttachToFile c => AttachToFile.Decide(c, state, context),
            AskCaseQuestion c => AskCaseQuestion.Decide(c, state, context),
            AnswerCaseQuestion c => AnswerCaseQuestion.Decide(c, state, context),
            RecordCaseAction c => RecordCaseAction.Decide(c, state, context),
            CompleteCaseAction c => CompleteCaseAction.Decide(c, state, context),
            RecordInvolvement c => RecordInvolvement.Decide(c, state, context),
            RecordCaseDisclosure c => RecordCaseDisclosure.Decide(c, state, context),
            SecondDisclosure c => SecondDisclosure.Decide(c, state, context),
            SetGoal c => SetGoal.Decide(c, state, context),
            MeetGoal c => MeetGoal.Decide(c, state, context),
            _ => DecideTheFile(command, state, context),
        };

    private static Decision<CaseFileEvent> DecideTheFile(object command, CaseFile state, CaseFileContext context) =>
        command switch
        {
            HandOverCaseFile c => HandOverCaseFile.Decide(c, state, context),
            AcceptHandover c => AcceptHandover.Decide(c, state, context),
            DeclineHandover c => DeclineHandover.Decide(c, state, context),
            ReassignCaseFile c => ReassignCaseFile.Decide(c, state, context),
            TakeFromPerson c => TakeFromPerson.Decide(c, state, context),
            AskForHandover c => AskForHandover.Decide(c, state, context),
            CancelHandoverTask c => CancelHandoverTask.Decide(c, state, context),
            ResolveCaseFile c => ResolveCaseFile.Decide(c, state, context),
            CloseCaseFile c => CloseCaseFile.Decide(c, state, context),
            ReopenCaseFile c => ReopenCaseFile.Decide(c, state, context),
            RestrictCaseFile c => RestrictCaseFile.Decide(c, state, context),
            LiftRestriction c => LiftRestriction.Decide(c, state, context),
            PlaceLegalHold c => PlaceLegalHold.Decide(c, state, context),
            LiftLegalHold c => LiftLegalHold.Decide(c, state, context),
            LinkEscalation c => LinkEscalation.Decide(c, state, context),
            UnlinkEscalation c => UnlinkEscalation.Decide(c, state, context),
            LinkReferral c => LinkReferral.Decide(c, state, context),
            UnlinkReferral c => UnlinkReferral.Decide(c, state, context),
            DeclareCaseConflict c => DeclareCaseConflict.Decide(c, state, context),
            ExplainCaseDeadline c => ExplainCaseDeadline.Decide(c, state, context),
            WakeCaseFile c => WakeCaseFile.Decide(c, state, context),
            _ => throw new InvalidOperationException($"{command.GetType().Name} is no command of a case file."),
        };

    /// <summary>The person whom the command names, as the product would look them up.</summary>
    public static PersonId? Named(object command) => command switch
    {
        OpenCaseFile c => c.Supporter,
        IdentifyStudent c => c.Person,
        AskCaseQuestion c => c.Of,
        RecordCaseAction c => c.Owner,
        RecordCaseDisclosure c => c.DecidedBy,
        HandOverCaseFile c => c.To,
        ReassignCaseFile c => c.To,
        RestrictCaseFile c => c.About,
        _ => null,
    };
}
