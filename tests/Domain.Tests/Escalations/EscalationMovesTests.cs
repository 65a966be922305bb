using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

/// <summary>What a page offers is what the rules accept, for everybody, wherever the escalation stands.</summary>
public sealed class EscalationMovesTests
{
    private static readonly Guid Question = Commands.Id(1);
    private static readonly Guid Action = Commands.Id(2);

    private static readonly Caller[] Everybody =
    [
        People.Raiser, People.Duty, People.Deputy, People.Senior, People.Supervisor, People.Coordinator,
        People.OtherSupporter, People.OtherSenior, People.OtherSupervisor,
    ];

    public static TheoryData<string> Standings => [.. Stands.Keys];

    private static Dictionary<string, Func<Scenario>> Stands { get; } = new(StringComparer.Ordinal)
    {
        ["raised"] = () => Scenario.Raised(),
        ["raised, no hurry"] = () => Scenario.Raised(Band.Within24Hours),
        ["for the next supervision"] = () => Scenario.Raised(Band.NextSupervision),
        ["everyone paged"] = () => Scenario.Raised().Until(46),
        ["taken"] = Taken,
        ["taken, no hurry"] = () => Scenario.Raised(Band.Within24Hours).When(new AcknowledgeEscalation(), People.Duty),
        ["offered"] = () => Taken().When(
            new TransferEscalation(People.OtherSenior.Person, null), People.Duty, People.OtherSenior),
        ["asked"] = () => Taken().When(
            new AskQuestion(Question, People.Raiser.Person, Commands.Words()), People.Duty, People.Raiser),
        ["something to do"] = () => Taken().When(
            new RecordAction(Action, Commands.Words(), People.OtherSupporter.Person, null, Done: false),
            People.Duty, People.OtherSupporter),
        ["spoken"] = Spoken,
        ["999 called"] = () => Safe().When(new InvolveEmergencyServices("999", null), People.Duty),
        ["safe"] = Safe,
        ["closed"] = () => Safe().When(Commands.Close, People.Duty),
        ["opened again"] = () => Safe().When(Commands.Close, People.Duty).At(60)
            .When(new ReopenEscalation(Commands.Words()), People.Senior),
    };

    [Theory]
    [MemberData(nameof(Standings))]
    public void Nothing_that_is_offered_is_refused_and_nothing_that_is_allowed_is_hidden(string standing)
    {
        var scenario = Stands[standing]();
        foreach (var caller in Everybody)
        {
            var allowed =
                from sent in Sent(scenario.State)
                let decision = Commands.Decide(sent.Command, scenario.State, scenario.Context(caller, sent.Named))
                where decision is { Rejection: null, Events.Count: > 0 }
                select sent.Move;
            EscalationMoves.For(scenario.State, scenario.Context(caller)).Order()
                .ShouldBe(allowed.Distinct().Order(), $"{caller.Person}, {standing}");
        }
    }

    [Fact]
    public void A_transfer_is_accepted_by_the_one_who_was_asked_and_by_nobody_else()
    {
        var scenario = Stands["offered"]();
        Everybody.Where(caller => EscalationMoves.For(scenario.State, scenario.Context(caller))
            .Contains(EscalationMove.AcceptTransfer)).ShouldBe([People.OtherSenior]);
    }

    [Fact]
    public void Only_people_who_can_take_it_are_offered_for_taking_it()
    {
        var scenario = Taken();
        Everybody.Where(named => EscalationMoves.MayTransferTo(named, scenario.State, scenario.Context(People.Duty)))
            .ShouldBe([People.Deputy, People.Senior, People.OtherSenior]);
    }

    [Fact]
    public void What_keeps_it_from_closing_is_said_to_those_who_may_close_it()
    {
        var scenario = Stands["999 called"]();
        EscalationMoves.BeforeClosing(scenario.State, scenario.Context(People.Duty))
            .ShouldNotBeNull().Missing.ShouldBe(["disclosure"]);
        EscalationMoves.BeforeClosing(scenario.State, scenario.Context(People.Coordinator)).ShouldBeNull();
    }

    /// <summary>Every form of the page as somebody would send it.</summary>
    private static IEnumerable<(EscalationMove Move, object Command, Caller? Named)> Sent(Escalation state)
    {
        var words = Commands.Words("Something else than what was tried.");
        var takes = state.TransferOfferedTo is null ? EscalationMove.Acknowledge : EscalationMove.AcceptTransfer;
        yield return (takes, new AcknowledgeEscalation(), null);
        yield return (EscalationMove.RecordContact, new RecordContact(ContactMode.Phone, null), null);
        yield return (EscalationMove.SafeForNow, new RecordSafeForNow(words), null);
        yield return (EscalationMove.HandOver, new HandOverEscalation(null, words, words), null);
        yield return (EscalationMove.Close, Commands.Close, null);
        yield return (EscalationMove.Reopen, new ReopenEscalation(words), null);
        yield return (EscalationMove.Release, new ReleaseEscalation(null), null);
        foreach (var named in new[] { People.OtherSenior, People.Senior })
            yield return (EscalationMove.Transfer, new TransferEscalation(named.Person, null), named);
        foreach (var band in Enum.GetValues<Band>().Where(band => band != state.Band))
        {
            var move = band > state.Band ? EscalationMove.RaiseBand : EscalationMove.LowerBand;
            yield return (move, new ChangeBand(band, words), null);
        }

        yield return (EscalationMove.AskQuestion,
            new AskQuestion(Commands.Id(70), People.OtherSupporter.Person, words), People.OtherSupporter);
        yield return (EscalationMove.AnswerQuestion, new AnswerQuestion(Question, words), null);
        yield return (EscalationMove.RecordAction,
            new RecordAction(Commands.Id(71), words, null, null, Done: false), null);
        yield return (EscalationMove.CompleteAction, new CompleteAction(Action, null), null);
        yield return (EscalationMove.EmergencyServices, new InvolveEmergencyServices("campusSecurity", null), null);
        yield return (EscalationMove.RecordDisclosure,
            new RecordDisclosure(Commands.Id(72), false, words, words, words, false, true, null), null);
        yield return (EscalationMove.Debrief, new RecordDebrief(Held: false, null), null);
        yield return (EscalationMove.DeclareConflict, new DeclareEscalationConflict(), null);
        foreach (var missed in state.Missed)
            yield return (EscalationMove.Explain, new ExplainDeadline(missed.Which, missed.Item, words), null);
    }

    private static Scenario Taken() => Scenario.Raised().At(2).When(new AcknowledgeEscalation(), People.Duty);

    private static Scenario Spoken() => Taken().At(5).When(new RecordContact(ContactMode.Phone, null), People.Duty);

    private static Scenario Safe() => Spoken().At(9).When(new RecordSafeForNow(Commands.Words()), People.Duty);
}
