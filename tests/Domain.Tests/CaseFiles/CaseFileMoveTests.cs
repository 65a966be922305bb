using FsCheck;
using FsCheck.Fluent;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>What a page offers, held against what its command does with it.</summary>
public sealed class CaseFileMoveTests
{
    [Fact]
    [Trait("Rule", "R15")]
    public void A_move_that_is_offered_is_refused_neither_by_role_nor_as_if_there_were_nothing() =>
        Check.One(CaseFilePropertyTests.Thorough, Prop.ForAll(
            CaseFilePropertyTests.Histories,
            history =>
            {
                var story = CaseFilePropertyTests.Begun();
                foreach (var move in history) CaseFilePropertyTests.Do(move, story);
                foreach (var one in Around.Everybody) OffersOnlyWhatIsTheirs(story, one);
            }));

    [Fact]
    [Trait("Rule", "R15")]
    public void Whoever_may_not_know_of_a_file_is_offered_nothing_and_its_owner_everything_of_an_owners()
    {
        var story = FileStory.Opened();
        Offered(story, Around.Other).ShouldBeEmpty();
        Offered(story, Around.LawSenior).ShouldBeEmpty();
        Offered(story, Around.DataProtection).ShouldBe(
            [CaseFileMove.Attach, CaseFileMove.LegalHold, CaseFileMove.DeclareConflict], ignoreOrder: true);
        Offered(story, Around.Owner).ShouldBeSubsetOf(Offered(story.When(Doing.Log(1), Around.Owner), Around.Owner));
        Offered(story, Around.Owner).ShouldContain(CaseFileMove.CorrectContact);
        Offered(story, Around.Owner).ShouldNotContain(CaseFileMove.Close);
        Offered(FileStory.Resolved(), Around.Supervisor).ShouldContain(CaseFileMove.Close);
        Offered(FileStory.Resolved(), Around.Owner).ShouldNotContain(CaseFileMove.Close);
    }

    private static IReadOnlySet<CaseFileMove> Offered(FileStory story, Caller one) =>
        CaseFileMoves.For(story.State, story.Context(one));

    private static void OffersOnlyWhatIsTheirs(FileStory story, Caller one)
    {
        var state = story.State;
        foreach (var move in Offered(story, one))
        {
            if (CommandOf(move, state, one, story.Now) is not { } command) continue;
            var refusal = Doing.Decide(command, state, story.Context(one, command)).Rejection;
            (refusal?.Kind).ShouldNotBe(RejectionKind.NotThere, $"{move} by {one.Person} in {state.State}");
            (refusal?.Kind).ShouldNotBe(RejectionKind.RoleMayNot, $"{move} by {one.Person} in {state.State}");
        }
    }

    /// <summary>The command behind a move, with nothing wrong in it; null for one that other streams decide.</summary>
    private static object? CommandOf(CaseFileMove move, CaseFile state, Caller one, DateTimeOffset now) => move switch
    {
        CaseFileMove.LogContact => Doing.Log(90),
        CaseFileMove.CorrectContact => Doing.Correct(91, 0) with
        {
            Contact = state.Contacts.First(known => known.By == one.Person || state.Owner == one.Person).Id,
        },
        CaseFileMove.PlanContact => new PlanContact(Doing.Id(92), ContactMode.Phone, now.AddDays(1), null),
        CaseFileMove.Signpost => new AddSignpost(Doing.Id(93), "nightline", null),
        CaseFileMove.Attach => new AttachToFile(Doing.Id(94), Channel.Letter, Doing.Words(), Doing.Words()),
        CaseFileMove.Identify => Doing.Identify("Another name.", reason: "Reason."),
        CaseFileMove.Consent => new RecordConsent(ConsentTo.Record, Given: true, Doing.Words("Yes.")),
        CaseFileMove.AskQuestion => Doing.Ask(95, Around.Trainee),
        CaseFileMove.RecordAction => Doing.Act(96),
        CaseFileMove.Involve => new RecordInvolvement(Involved.TrustedContact, null),
        CaseFileMove.Disclose => Doing.Disclose(97),
        CaseFileMove.SetGoal => new SetGoal(Doing.Id(98), Doing.Words(), null),
        CaseFileMove.HandOver => new HandOverCaseFile(Around.Other.Person, null),
        CaseFileMove.AnswerOffer => new AcceptHandover(),
        CaseFileMove.Reassign => new ReassignCaseFile(Around.Other.Person, Doing.Words()),
        CaseFileMove.Resolve => Doing.Resolve(),
        CaseFileMove.Close => new CloseCaseFile(null),
        CaseFileMove.Reopen => new ReopenCaseFile(Doing.Words()),
        CaseFileMove.Restrict => Doing.Restrict([Around.Deputy]),
        CaseFileMove.LiftRestriction => new LiftRestriction(Doing.Words()),
        CaseFileMove.LegalHold when state.LegalHold => new LiftLegalHold(Doing.Words()),
        CaseFileMove.LegalHold => new PlaceLegalHold(Doing.Words()),
        CaseFileMove.Explain => new ExplainCaseDeadline(state.Missed[0].Which, state.Missed[0].Item, Doing.Words()),
        CaseFileMove.DeclareConflict => new DeclareCaseConflict(),
        _ => null,
    };
}
