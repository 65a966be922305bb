using FsCheck;
using FsCheck.Fluent;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>
/// What must hold whatever happens to a case file, in whatever order. A failure prints its seed and the shortest
/// history.
/// </summary>
public sealed class CaseFilePropertyTests
{
    internal static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(
        Environment.GetEnvironmentVariable("SAFEGUARD_LONG") == "1" ? 100_000 : 500);

    /// <summary>Somebody does something, in a world that may have changed, after so many hours.</summary>
    internal sealed record Move(object Command, Caller By, CaseCircle Circle, bool Lapsed, int AfterHours);

    private static readonly Gen<Caller> Anybody = Gen.Elements(Around.Everybody.ToArray());

    private static readonly Gen<Guid> Ids = Gen.Choose(1, 8).Select(Doing.Id);

    private static readonly Gen<Confidential?> PerhapsWords =
        Gen.Elements<Confidential?>(null, Doing.Words(), Doing.Words(), Doing.Words("Other words."));

    [Fact]
    [Trait("Rule", "R2")]
    [Trait("Rule", "R3")]
    [Trait("Rule", "R4")]
    public void Whatever_happens_an_open_file_has_an_owner_and_a_wake_up_and_nothing_in_it_is_lost() =>
        Check.One(Thorough, Prop.ForAll(
            Histories,
            history =>
            {
                var story = Begun();
                foreach (var move in history) Play(move, story);
            }));

    /// <summary>What may come of a file, shortest first where it fails.</summary>
    internal static Arbitrary<Move[]> Histories => Arb.From(
        from count in Gen.Choose(1, 50)
        from moves in Moves.ArrayOf(count)
        select moves,
        history => Enumerable.Range(0, history.Length)
            .Select(left => history.Where((_, at) => at != left).ToArray()));

    internal static FileStory Begun() =>
        FileStory.Opened(ProgrammeKind.Mentoring).WithDuplicate().WithService(Nightline, false);

    internal static void Do(Move move, FileStory story) =>
        story.With(move.Circle).NotTakingOn(move.Lapsed ? new SupervisionLapsed() : null)
            .At(story.Now.AddHours(move.AfterHours)).When(move.Command, move.By);

    private static void Play(Move move, FileStory story)
    {
        Do(move, story);
        (story.Last.Rejection is null || story.Last.Events.Count == 0).ShouldBeTrue("a refusal appended something");
        OneOwnerAndOneWakeUp(story);
        NothingIsLost(story);
        NobodyWrongIsTold(story);
        if (story.Last.Events.Any(happened => happened is CaseFileClosed))
            CloseCaseFile.StillOpen(story.Before, story.Now).ShouldBeEmpty("it closed while something was open");
        else if (story.Before.IsOpen) story.State.IsOpen.ShouldBeTrue("something other than closing closed it");
        if (move.Command is WakeCaseFile)
            (CaseFile.NextWakeUp(story.State) ?? DateTimeOffset.MaxValue).ShouldBeGreaterThan(story.Now);
    }

    private static void OneOwnerAndOneWakeUp(FileStory story)
    {
        var state = story.State;
        var items = CaseFile.OpenItems(Doing.Id(99), state);
        items.Count(item => item.Kind == "caseFile").ShouldBe(state.IsOpen ? 1 : 0);
        items.All(item => item.Owner.Value.Length > 0).ShouldBeTrue("an open item has no owner");
        CaseFile.NextWakeUp(state).ShouldBe(items.Count == 0 ? null : items.Min(item => item.NextWakeUp));
        (state.Closing is not null).ShouldBe(state.State == CaseFileState.Resolved);
    }

    private static void NothingIsLost(FileStory story)
    {
        var (before, after) = (story.Before, story.State);
        after.Contacts.Select(contact => contact.Id).ShouldBe(
            before.Contacts.Select(contact => contact.Id)
                .Concat(story.Last.Events.OfType<ContactLogged>().Select(logged => logged.Contact)));
        before.Settled.Except(after.Settled).ShouldBeEmpty("something settled is forgotten");
        Open(before).Except(Open(after)).Except(after.Settled).Except(after.EndedReferrals)
            .ShouldBeEmpty("something open was not settled");
        before.Escalations.Select(linked => linked.Id).Except(after.Escalations.Select(linked => linked.Id))
            .ShouldBeEmpty();
        (after.Goals.Count >= before.Goals.Count).ShouldBeTrue();
        after.Settled.Distinct().Count().ShouldBe(after.Settled.Count, "something settled was settled again");
        after.Missed.Distinct().Count().ShouldBe(after.Missed.Count, "a missed deadline was recorded twice");
    }

    private static IEnumerable<Guid> Open(CaseFile state) =>
        state.Questions.Select(open => open.Id).Concat(state.Actions.Select(open => open.Id))
            .Concat(state.OpenReferrals);

    private static void NobodyWrongIsTold(FileStory story)
    {
        var told = story.Last.Events.SelectMany(happened => happened switch
        {
            CaseFileReopened e => e.Told,
            CaseDeadlineMissed e => e.Told,
            HandoverOfferLapsed e => e.Told,
            HighLoadNoticed { Told: { } person } => [person],
            CaseFileReassigned e when e.To != PersonId.System => [e.To],
            _ => (IReadOnlyList<PersonId>)[],
        });
        told.Where(person => CaseFileAccess.IsConflicted(person, story.State, story.Circle))
            .ShouldBeEmpty("somebody with a conflict was told");
    }

    private static Gen<Move> Moves =>
        from command in Gen.Frequency((2, Gen.Constant<object>(new WakeCaseFile())), (9, AnyCommand))
        from caller in Gen.Frequency(
            (4, Gen.Constant(Around.Owner)), (2, Gen.Constant(Around.Supervisor)), (1, Gen.Constant(Around.Duty)),
            (2, Anybody))
        from circle in Circles
        from lapsed in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from hours in Gen.Frequency((4, Gen.Choose(0, 6)), (1, Gen.Choose(0, 700)))
        select new Move(command, command is WakeCaseFile ? Caller.System : caller, circle, lapsed, hours);

    private static Gen<CaseCircle> Circles =>
        from there in Gen.Elements(true, true, true, false)
        from conflicted in Gen.Frequency((8, Gen.Constant<Caller?>(null)), (1, Anybody.Select(one => (Caller?)one)))
        from gone in Gen.Frequency((8, Gen.Constant<Caller?>(null)), (1, Anybody.Select(one => (Caller?)one)))
        from crisis in Gen.Elements(true, false, false)
        from files in Gen.Choose(0, 5)
        select (there ? Around.Circle : CaseCircle.Nobody) with
        {
            Conflicted = conflicted is null ? [] : [conflicted.Person],
            Gone = gone is null ? [] : [gone.Person],
            Escalations = crisis ? [new(Doing.Id(8), true, Band.Immediate, Around.Duty.Person)] : [],
            OtherOpenFiles = files,
        };

    private static Gen<object> AnyCommand => Gen.OneOf(
        from id in Ids
        from other in Ids
        from words in PerhapsWords
        from person in Anybody
        from kind in Gen.Choose(0, 16)
        from hours in Gen.Choose(-50, 900)
        select WithId(kind, id, other, words, person, FileStory.MondayNoon.AddHours(hours)),
        from words in PerhapsWords
        from person in Anybody
        from kind in Gen.Choose(0, 17)
        select Plain(kind, words, person),
        Gen.Elements<object>(Doing.Resolve(), new CloseCaseFile(null), new CloseCaseFile(null)));

    private static object WithId(
        int kind, Guid id, Guid other, Confidential? words, Caller person, DateTimeOffset at) => kind switch
        {
            0 => Doing.Log(1) with { Id = id, Note = words, OccurredAt = at },
            1 => Doing.Log(1) with { Id = id, Band = Band.Within4Hours },
            2 => Doing.Correct(1, 2, Band.Immediate) with { Correction = id, Contact = other, Reason = words },
            3 => new PlanContact(id, ContactMode.Phone, at, words),
            4 => new AddSignpost(id, "nightline", words),
            5 => new AttachToFile(id, Channel.Letter, words, words),
            6 => new AskCaseQuestion(id, person.Person, words),
            7 => new AnswerCaseQuestion(id, words),
            8 => new RecordCaseAction(id, words, person.Person, at, Done: false),
            9 => new CompleteCaseAction(id, words),
            10 => Doing.Disclose(1, false, true, decidedBy: person) with { Id = id, Grounds = words },
            11 => new SecondDisclosure(id, words),
            12 => new SetGoal(id, words, null),
            13 => new MeetGoal(id, words),
            14 => new LinkEscalation(id),
            15 => new UnlinkEscalation(id),
            _ => id == other ? new LinkReferral(id) : new UnlinkReferral(id),
        };

    private static object Plain(int kind, Confidential? words, Caller person) => kind switch
    {
        0 => Doing.Identify(person: words is null ? person : null, reason: "Reason."),
        1 => new RecordConsent(ConsentTo.Referral, words is null, words),
        2 => new RecordInvolvement(Involved.TrustedContact, words),
        3 => new HandOverCaseFile(person.Person, words),
        4 or 5 => new AcceptHandover(),
        6 => new DeclineHandover(words),
        7 => new ReassignCaseFile(person.Person, words),
        8 => new TakeFromPerson(person.Person),
        9 => new AskForHandover(),
        10 => new CancelHandoverTask(),
        11 => new ReopenCaseFile(words),
        12 => Doing.Restrict([person], words is null ? person : null),
        13 => new LiftRestriction(words),
        14 => new PlaceLegalHold(words),
        15 => new LiftLegalHold(words),
        16 => new DeclareCaseConflict(),
        _ => new ExplainCaseDeadline(CaseDeadline.Question, Doing.Id(1), words),
    };

    private static Service Nightline { get; } = new(
        "nightline", new("Nightline", ServiceKind.StudentGroup, Inside: true, "0000", null, Urgent: false), false);
}
