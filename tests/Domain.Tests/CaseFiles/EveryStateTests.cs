using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>
/// Every command in every state, held against a table that was written from the rules. An outcome is what happens, the
/// code of the refusal, or <c>so</c> for "already so".
/// </summary>
[Trait("Rule", "R3")]
public sealed class EveryStateTests
{
    private const string Nothing = "caseFile.notThere";
    private const string Shut = "caseFile.closed";
    private const string Ready = "caseFile.notReadyToClose";

    /// <summary>Outcomes before it is opened, while open, resolved, closed, and reopened.</summary>
    private static readonly Dictionary<string, string[]> Expected = new(StringComparer.Ordinal)
    {
        ["open"] = ["CaseFileOpened", "so", "so", "so", "so"],
        ["open otherwise"] = ["caseFile.cannotTake", .. Four("caseFile.idTaken")],
        ["identify"] = [Nothing, "StudentIdentified", "StudentIdentified", Shut, "StudentIdentified"],
        ["consent"] = [Nothing, "ConsentRecorded", "ConsentRecorded", Shut, "ConsentRecorded"],
        ["plan"] = [Nothing, "ContactPlanned", "caseFile.resolved", Shut, "ContactPlanned"],
        ["log"] = [Nothing, "ContactLogged", "ContactLogged", "ContactLogged+CaseFileReopened", "ContactLogged"],
        ["log a crisis"] =
        [
            Nothing, "ContactLogged+EscalationLinked", "ContactLogged+EscalationLinked",
            "ContactLogged+EscalationLinked+CaseFileReopened", "ContactLogged+EscalationLinked",
        ],
        ["correct"] = [Nothing, .. Four("ContactCorrected")],
        ["correct to a crisis"] =
        [
            Nothing, "ContactCorrected+EscalationLinked", "ContactCorrected+EscalationLinked",
            "ContactCorrected+EscalationLinked+CaseFileReopened", "ContactCorrected+EscalationLinked",
        ],
        ["signpost"] = [Nothing, "Signposted", "Signposted", Shut, "Signposted"],
        ["attach"] =
            [Nothing, "ReceivedAttached", "ReceivedAttached", "CaseFileReopened+ReceivedAttached", "ReceivedAttached"],
        ["ask"] = [Nothing, "CaseQuestionAsked", "CaseQuestionAsked", Shut, "CaseQuestionAsked"],
        ["answer"] = [Nothing, "CaseQuestionAnswered", "CaseQuestionAnswered", "so", "so"],
        ["action"] = [Nothing, "CaseActionRecorded", "CaseActionRecorded", Shut, "CaseActionRecorded"],
        ["action done"] = [Nothing, .. Four("CaseActionDone")],
        ["involve"] = [Nothing, "InvolvementRecorded", "InvolvementRecorded", Shut, "InvolvementRecorded"],
        ["disclose"] = [Nothing, "CaseDisclosureRecorded", "CaseDisclosureRecorded", Shut, "CaseDisclosureRecorded"],
        ["second"] = [Nothing, .. Four("so")],
        ["goal"] = [Nothing, "GoalSet", "GoalSet", Shut, "GoalSet"],
        ["goal met"] = [Nothing, "GoalMet", "GoalMet", Shut, "GoalMet"],
        ["hand over"] = [Nothing, "HandoverOffered", "caseFile.resolved", Shut, "HandoverOffered"],
        ["accept"] = [Nothing, .. Four("caseFile.notThere")],
        ["decline"] = [Nothing, .. Four("caseFile.notThere")],
        ["reassign"] = [Nothing, "CaseFileReassigned", "caseFile.resolved", Shut, "CaseFileReassigned"],
        ["take"] = ["so", Gone, Gone, "CaseItemReassigned", "CaseFileReassigned+CaseItemReassigned"],
        ["ask for handover"] = ["so", "HandoverAsked", "so", "so", "HandoverAsked"],
        ["cancel handover"] = [Nothing, .. Four("so")],
        ["resolve"] = [Nothing, "CaseFileResolved", "so", Shut, "CaseFileResolved"],
        ["close"] = [Nothing, Ready, Ready, "so", Ready],
        ["reopen"] = [Nothing, "so", "CaseFileReopened", "CaseFileReopened", "so"],
        ["restrict"] = [Nothing, .. Four("MarkedRestricted")],
        ["lift restriction"] = [Nothing, .. Four("so")],
        ["hold"] = [Nothing, .. Four("LegalHoldPlaced")],
        ["lift hold"] = [Nothing, .. Four("so")],
        ["escalation"] =
            ["so", "EscalationLinked", "EscalationLinked", "EscalationLinked+CaseFileReopened", "EscalationLinked"],
        ["escalation closed"] = ["so", .. Four("so")],
        ["referral"] = ["so", "ReferralLinked", "ReferralLinked", "ReferralLinked+CaseFileReopened", "ReferralLinked"],
        ["referral ended"] = ["so", .. Four("so")],
        ["conflict"] =
        [
            Nothing, "CaseConflictDeclared", "CaseConflictDeclared+CaseItemReassigned", "CaseConflictDeclared",
            "CaseConflictDeclared",
        ],
        ["explain"] = [Nothing, .. Four("caseFile.deadlineNotMissed")],
        ["wake"] = ["so", .. Four("so")],
    };

    private static readonly Dictionary<string, (object Command, Caller By)> Commands = new(StringComparer.Ordinal)
    {
        ["open"] = (Doing.Open(kind: ProgrammeKind.Mentoring), Around.Owner),
        ["open otherwise"] = (Doing.Open(Around.LawSupporter), Around.Coordinator),
        ["identify"] = (Doing.Identify(), Around.Owner),
        ["consent"] = (new RecordConsent(ConsentTo.Referral, Given: true, null), Around.Owner),
        ["plan"] = (new PlanContact(Doing.Id(50), ContactMode.Phone, In(9), null), Around.Owner),
        ["log"] = (Doing.Log(51), Around.Owner),
        ["log a crisis"] = (Doing.Log(51, band: Band.Immediate), Around.Owner),
        ["correct"] = (Doing.Correct(52, 1), Around.Owner),
        ["correct to a crisis"] = (Doing.Correct(52, 1, Band.Within4Hours), Around.Owner),
        ["signpost"] = (new AddSignpost(Doing.Id(53), "nightline", null), Around.Owner),
        ["attach"] =
            (new AttachToFile(Doing.Id(54), Channel.Voicemail, Doing.Words(), Doing.Words()), Around.Coordinator),
        ["ask"] = (Doing.Ask(55, Around.Owner), Around.Supervisor),
        ["answer"] = (new AnswerCaseQuestion(Doing.Id(3), Doing.Words()), Around.Owner),
        ["action"] = (Doing.Act(56), Around.Owner),
        ["action done"] = (new CompleteCaseAction(Doing.Id(4), null), Around.Owner),
        ["involve"] = (new RecordInvolvement(Involved.EmergencyServices, null), Around.Owner),
        ["disclose"] = (Doing.Disclose(57), Around.Owner),
        ["second"] = (new SecondDisclosure(Doing.Id(7), Doing.Words()), Around.Supervisor),
        ["goal"] = (new SetGoal(Doing.Id(58), Doing.Words(), null), Around.Owner),
        ["goal met"] = (new MeetGoal(Doing.Id(2), null), Around.Owner),
        ["hand over"] = (new HandOverCaseFile(Around.Other.Person, null), Around.Owner),
        ["accept"] = (new AcceptHandover(), Around.Other),
        ["decline"] = (new DeclineHandover(null), Around.Other),
        ["reassign"] = (new ReassignCaseFile(Around.Other.Person, Doing.Words()), Around.Coordinator),
        ["take"] = (new TakeFromPerson(Around.Owner.Person), Caller.System),
        ["ask for handover"] = (new AskForHandover(), Caller.System),
        ["cancel handover"] = (new CancelHandoverTask(), Around.Coordinator),
        ["resolve"] = (Doing.Resolve(), Around.Owner),
        ["close"] = (new CloseCaseFile(null), Around.Supervisor),
        ["reopen"] = (new ReopenCaseFile(Doing.Words()), Around.Owner),
        ["restrict"] = (Doing.Restrict([Around.Duty]), Around.Coordinator),
        ["lift restriction"] = (new LiftRestriction(Doing.Words()), Around.Coordinator),
        ["hold"] = (new PlaceLegalHold(Doing.Words()), Around.DataProtection),
        ["lift hold"] = (new LiftLegalHold(Doing.Words()), Around.DataProtection),
        ["escalation"] = (new LinkEscalation(Doing.Id(60)), Caller.System),
        ["escalation closed"] = (new UnlinkEscalation(Doing.Id(61)), Caller.System),
        ["referral"] = (new LinkReferral(Doing.Id(62)), Caller.System),
        ["referral ended"] = (new UnlinkReferral(Doing.Id(63)), Caller.System),
        ["conflict"] = (new DeclareCaseConflict(), Around.Supervisor),
        ["explain"] = (new ExplainCaseDeadline(CaseDeadline.Question, null, Doing.Words()), Around.Owner),
        ["wake"] = (new WakeCaseFile(), Caller.System),
    };

    private const string Gone = "CaseFileReassigned+CaseItemReassigned+CaseItemReassigned";

    public static TheoryData<string, CaseFileState> Cells
    {
        get
        {
            var cells = new TheoryData<string, CaseFileState>();
            foreach (var command in Commands.Keys)
                foreach (var state in Enum.GetValues<CaseFileState>()) cells.Add(command, state);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_command_in_a_state_comes_to_what_the_table_says(string name, CaseFileState state)
    {
        var story = In(state);
        story.State.State.ShouldBe(state);
        var (command, by) = Commands[name];
        story.When(command, by).Outcome().ShouldBe(Expected[name][(int)state]);
    }

    [Fact]
    public void The_table_knows_every_command_that_there_is()
    {
        var all = typeof(CaseFile).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CaseFile).Namespace && type.GetMethod("Decide") is not null)
            .Select(type => type.Name);
        Commands.Values.Select(entry => entry.Command.GetType().Name).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(all.Order(StringComparer.Ordinal));
        Expected.Keys.Order(StringComparer.Ordinal).ShouldBe(Commands.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>A mentoring file with a contact, a goal, a question, an action and a disclosure.</summary>
    private static FileStory In(CaseFileState state)
    {
        var story = FileStory.Empty.WithService(new Service("nightline", Nightline, Withdrawn: false), isOpen: true);
        if (state == CaseFileState.NotOpened) return story;
        story.When(Doing.Open(kind: ProgrammeKind.Mentoring), Around.Owner)
            .When(Doing.Log(1), Around.Owner)
            .When(new SetGoal(Doing.Id(2), Doing.Words(), null), Around.Owner)
            .When(Doing.Ask(3, Around.Owner), Around.Supervisor)
            .When(Doing.Act(4), Around.Owner)
            .When(Doing.Disclose(7), Around.Owner).At(1);
        if (state == CaseFileState.Open) return story;
        story.When(Doing.Resolve(), Around.Owner).At(2);
        if (state == CaseFileState.Resolved) return story;
        story.When(new AnswerCaseQuestion(Doing.Id(3), Doing.Words()), Around.Owner)
            .When(new CloseCaseFile(null), Around.Supervisor).At(3);
        return state == CaseFileState.Closed
            ? story
            : story.When(new ReopenCaseFile(Doing.Words()), Around.Supervisor).At(4);
    }

    private static ServiceEntry Nightline { get; } =
        new("Nightline", ServiceKind.StudentGroup, Inside: true, "0000", null, Urgent: false);

    private static string[] Four(string outcome) => [outcome, outcome, outcome, outcome];

    private static DateTimeOffset In(int days) => FileStory.MondayNoon.AddDays(days);
}
