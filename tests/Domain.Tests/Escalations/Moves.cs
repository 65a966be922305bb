using FsCheck;
using FsCheck.Fluent;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.Escalations;

/// <summary>One step of a random history: time goes by, the world changes, somebody does something.</summary>
internal abstract record Move
{
    /// <summary>Somebody does something, after so many minutes in which no wake-up was handled.</summary>
    internal sealed record Act(object Command, Caller By, Caller? Named, int AfterMinutes) : Move;

    /// <summary>The next wake-up is handled, so many minutes late.</summary>
    internal sealed record Wake(int LateMinutes) : Move;

    internal sealed record World(Cover Cover) : Move;

    internal sealed record Rules(Policy Policy) : Move;
}

internal static class Moves
{
    private static readonly Gen<Caller> Anybody = Gen.Elements(Arbitrary.Everybody);

    /// <summary>Mostly those who can get somewhere, so that histories reach closing and reopening.</summary>
    private static readonly Gen<Caller> Somebody =
        Gen.Frequency((2, Gen.Elements(People.Duty, People.Senior, People.Raiser)), (1, Anybody));

    private static readonly Gen<Guid> Ids = Gen.Choose(1, 6).Select(Commands.Id);

    private static readonly Gen<Confidential?> PerhapsWords =
        Gen.Elements<Confidential?>(null, new("Words"), new("Words"), new("Other words"));

    public static Gen<Move[]> Histories { get; } =
        from count in Gen.Choose(1, 60)
        from moves in AnyMove.ArrayOf(count)
        select moves;

    /// <summary>A history that fails is made shorter by leaving out one move after another.</summary>
    public static IEnumerable<Move[]> Shorter(Move[] history) =>
        Enumerable.Range(0, history.Length).Select(left => history.Where((_, at) => at != left).ToArray());

    private static Gen<Move> AnyMove => Gen.Frequency(
        (8, Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 5_000))).Select(late => (Move)new Move.Wake(late))),
        (10, Acts),
        (1, Arbitrary.Covers.Select(cover => (Move)new Move.World(cover))),
        (1, Arbitrary.Policies.Select(policy => (Move)new Move.Rules(policy))));

    private static Gen<Move> Acts =>
        from named in Anybody
        from command in AnyCommand(named)
        from caller in Somebody
        from known in Gen.Elements(true, true, true, false)
        from minutes in Gen.Frequency((4, Gen.Choose(0, 20)), (1, Gen.Choose(0, 3_000)))
        select (Move)new Move.Act(command, caller, known ? named : null, minutes);

    private static Gen<object> AnyCommand(Caller named) => Gen.OneOf(
        Arbitrary.Raises.Select(command => (object)command),
        Gen.Elements<object>(
            new AcknowledgeEscalation(),
            new AcknowledgeEscalation(),
            new DeclareEscalationConflict(),
            new ReassignEscalation(named.Person),
            new RecordPageFailure([named.Person], "email", "fault"),
            new TransferEscalation(named.Person, null),
            new RecordDebrief(true, null),
            new RecordDebrief(false, null),
            Commands.Close),
        from mode in Gen.Elements(ContactMode.InPerson, ContactMode.Phone, ContactMode.Video, ContactMode.Message)
        select (object)new RecordContact(mode, null),
        from words in PerhapsWords
        from kind in Gen.Choose(0, 5)
        select Worded(kind, words, named),
        from id in Ids
        from words in PerhapsWords
        from kind in Gen.Choose(0, 5)
        from minutes in Gen.Choose(-60, 3_000)
        select WithId(kind, id, words, named, minutes),
        from band in Gen.Choose(0, 4)
        from words in PerhapsWords
        select (object)new ChangeBand((Band)band, words),
        from which in Gen.Elements(Enum.GetValues<Deadline>())
        from words in PerhapsWords
        select (object)new ExplainDeadline(which, null, words));

    private static object Worded(int kind, Confidential? words, Caller named) => kind switch
    {
        0 => new ReleaseEscalation(words),
        1 => new RecordSafeForNow(words),
        2 => new ReopenEscalation(words),
        3 => new HandOverEscalation(named.Person, null, words),
        4 => new HandOverEscalation(null, words, words),
        _ => new InvolveEmergencyServices(words is null ? null : "999", words),
    };

    private static object WithId(int kind, Guid id, Confidential? words, Caller named, int minutes) => kind switch
    {
        0 => new AddToEscalation(id, words, GotWorse: minutes % 2 == 0),
        1 => new AskQuestion(id, named.Person, words),
        2 => new AnswerQuestion(id, words),
        3 => new RecordAction(
            id, words, named.Person, Scenario.FridayNight.AddMinutes(minutes), Done: minutes % 5 == 0),
        4 => new CompleteAction(id, words),
        _ => new RecordDisclosure(id, minutes > 0, words, words, words, false, false, named.Person),
    };
}
