using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

/// <summary>
/// One referral in a test: what was given, what is done, what then happened. Ida listens to the student and owns the
/// file; it starts on a Friday at noon in term, so that three working days have passed on Wednesday at noon.
/// </summary>
internal sealed class Scenario
{
    public static readonly Guid Id = Wexcombe.Id(1);
    public static readonly Guid File = Wexcombe.Id(2);
    public const string Code = "WX-7K3M";
    public static readonly Confidential Words = new("A few words.");
    public static readonly OfferReferral Offer = new(Id, "counselling", Band: null, Words);
    public static readonly SendReferral Send = new(Words, new("The duty counsellor"), Channel.Email, Why: null);

    public static readonly Caller Ida = Wexcombe.AsSupporter;
    public static readonly Caller Cass = Wexcombe.Coordinator;

    private static readonly ServiceEntry Counselling = new(
        "University Counselling Service", ServiceKind.Professional, Inside: true, "01632 960001",
        "Mon-Fri 09:00-17:00", Urgent: true);

    private readonly List<ReferralEvent> _history = [];

    public Referral State { get; private set; } = Referral.NotOffered;
    public DateTimeOffset Now { get; private set; } = Wexcombe.Noon;
    public Policy Policy { get; private set; } = Policy.Default;
    public PersonId Owner { get; private set; } = Ida.Person;
    public bool InCrisis { get; private set; }

    /// <summary>What the last command came to.</summary>
    public Decision<ReferralEvent> Last { get; private set; } = Decision<ReferralEvent>.AlreadySo;

    public IReadOnlyList<ReferralEvent> History => _history;

    /// <summary>Three working days of eight hours from Friday noon.</summary>
    public static DateTimeOffset Wednesday { get; } = Wexcombe.Utc(11, 25, 12);
    public static DateTimeOffset Monday { get; } = Wexcombe.Utc(11, 30, 12);
    public static DateTimeOffset Thursday { get; } = Wexcombe.Utc(12, 3, 12);

    public static Scenario Empty => new();

    public static Scenario Offered(Band? band = null) => Empty.When(Offer with { Band = band });

    public static Scenario Consented() => Offered().When(new RecordReferralConsent(Given: true, Words));

    public static Scenario Sent() => Consented().When(Send);

    public static Scenario SentWithoutConsent() => Offered(Band.Immediate).When(Send);

    public static Scenario Received() => Sent().When(new ReceiveReferral(null));

    public static Scenario Accepted() => Received().When(new AcceptReferral(null));

    public static Scenario Declined() => Received().When(new DeclineReferral(Words));

    public static Scenario NoReply() => Sent().Until(Thursday);

    public static Scenario Seen() => Accepted().When(new RecordSeen(null));

    public static Scenario DidNotAttend() => Accepted().When(new RecordNonAttendance(null));

    public static Scenario Completed() => Seen().When(new CompleteReferral(ReferralOutcome.Helped, null));

    public static Scenario Withdrawn() => Sent().When(new WithdrawReferral(Words));

    /// <summary>The scenario in which a referral stands there.</summary>
    public static Scenario In(ReferralState state) => state switch
    {
        ReferralState.NotOffered => Empty,
        ReferralState.Offered => Offered(),
        ReferralState.Consented => Consented(),
        ReferralState.Sent => Sent(),
        ReferralState.Received => Received(),
        ReferralState.Accepted => Accepted(),
        ReferralState.Declined => Declined(),
        ReferralState.NoReply => NoReply(),
        ReferralState.Seen => Seen(),
        ReferralState.DidNotAttend => DidNotAttend(),
        ReferralState.Completed => Completed(),
        _ => Withdrawn(),
    };

    public Scenario With(Policy policy)
    {
        Policy = policy;
        return this;
    }

    /// <summary>The file is somebody else's from now on.</summary>
    public Scenario OwnedBy(PersonId owner)
    {
        Owner = owner;
        return this;
    }

    /// <summary>An urgent contact in a crisis band is open for the student.</summary>
    public Scenario WhileInCrisis()
    {
        InCrisis = true;
        return this;
    }

    public Scenario At(DateTimeOffset moment)
    {
        Now = moment;
        return this;
    }

    /// <summary>Does it, now; what happened becomes part of the history.</summary>
    public Scenario When(object command, Caller? by = null, CaseRelation? relation = null, Caller? named = null)
    {
        var caller = by ?? Ida;
        Last = Commands.Decide(command, State, Context(caller, relation) with { Named = named });
        foreach (var happened in Last.Events)
        {
            State = Referral.Evolve(State, happened, new(caller.Person, Role: null, Now, Now, PolicyVersion: 0));
            _history.Add(happened);
        }

        return this;
    }

    public ReferralContext Context(Caller? by = null, CaseRelation? relation = null) => new(
        by ?? Ida,
        Now,
        Policy,
        new(File, Code, Owner, Wexcombe.Alder, relation ?? RelationOf(by ?? Ida), InCrisis),
        new ServiceDirectory(Services, InstitutionCalendar.Of(Policy)))
    {
        Coordinators = [Cass.Person],
    };

    /// <summary>Every wake-up until then, each handled at its own moment.</summary>
    public Scenario Until(DateTimeOffset end)
    {
        while (Referral.NextWakeUp(State) is { } next && next <= end)
        {
            At(next).When(new WakeReferral(), Caller.System, CaseRelation.None);
            Last.Events.ShouldNotBeEmpty($"the wake-up at {next:u} did nothing");
        }

        return At(end);
    }

    public Scenario Then(params ReferralEvent[] expected)
    {
        Last.Rejection.ShouldBeNull();
        Told(Last.Events).ShouldBe(Told(expected));
        return this;
    }

    public Scenario ThenAlreadySo() => Then();

    public Rejection ThenRefused(string code, Rule rule, RejectionKind kind = RejectionKind.RuleForbids) =>
        Last.ShouldBeRefused(code, rule, kind);

    private static IReadOnlyList<Service> Services =>
    [
        new("counselling", Counselling, Withdrawn: false),
        new("gone", Counselling, Withdrawn: true),
        new("samaritans", new("Samaritans", ServiceKind.Professional, false, "116 123", "always", true), false),
    ];

    /// <summary>Lists inside an event are compared by what they hold.</summary>
    private static IReadOnlyList<string> Told(IEnumerable<ReferralEvent> events) =>
        [.. events.Select(happened => System.Text.Json.JsonSerializer.Serialize<object>(happened))];

    private CaseRelation RelationOf(Caller caller) =>
        caller.Person == Owner ? CaseRelation.Owns
        : caller.Is(Role.Coordinator) ? CaseRelation.SeesState
        : CaseRelation.None;
}
