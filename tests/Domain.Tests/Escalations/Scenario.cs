using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.Escalations;

/// <summary>
/// One escalation in a test: what was given, what is done, what then happened. Minutes count from the first moment, a
/// Friday at 02:14 in term, unless a test sets another start.
/// </summary>
internal sealed class Scenario
{
    public static DateTimeOffset FridayNight { get; } = new(2026, 11, 20, 2, 14, 0, TimeSpan.Zero);

    private readonly List<(DateTimeOffset At, EscalationEvent Event)> _history = [];

    public DateTimeOffset Start { get; private init; } = FridayNight;
    public Escalation State { get; private set; } = Escalation.NotRaised;
    public DateTimeOffset Now { get; private set; } = FridayNight;
    public Cover Cover { get; private set; } = People.Cover;
    public Policy Policy { get; private set; } = Policy.Default;

    /// <summary>What the last command came to.</summary>
    public Decision<EscalationEvent> Last { get; private set; } = Decision<EscalationEvent>.AlreadySo;

    public IReadOnlyList<(DateTimeOffset At, EscalationEvent Event)> History => _history;

    public static Scenario Empty => new();

    public static Scenario StartingAt(DateTimeOffset start) => new() { Start = start, Now = start };

    public static Scenario Raised(Band band = Band.Immediate, Cover? cover = null) =>
        new Scenario().With(cover ?? People.Cover).When(Commands.Raise(band, panel: People.Panel), People.Raiser);

    /// <summary>Raised by somebody whose role would let them answer it, were it not their own.</summary>
    public static Scenario RaisedBy(Caller raiser) =>
        Empty.When(Commands.Raise(Band.Immediate, panel: People.Panel, raiser: raiser.Person), raiser);

    /// <summary>Raised, and taken by the duty Senior Member after three minutes.</summary>
    public static Scenario Acknowledged(Band band = Band.Immediate) =>
        Raised(band).At(3).When(new AcknowledgeEscalation(), People.Duty);

    /// <summary>The duty Senior Member spoke with the student after nine minutes.</summary>
    public static Scenario ContactMade(Band band = Band.Immediate) =>
        Acknowledged(band).At(9).When(new RecordContact(ContactMode.Phone, null), People.Duty);

    public static Scenario SafeForNow(Band band = Band.Immediate) =>
        ContactMade(band).At(12).When(new RecordSafeForNow(Commands.Words()), People.Duty);

    public static Scenario Closed(Band band = Band.Immediate) =>
        SafeForNow(band).At(15).When(Commands.Close, People.Duty);

    public Scenario With(Cover cover)
    {
        Cover = cover;
        return this;
    }

    public Scenario With(Policy policy)
    {
        Policy = policy;
        return this;
    }

    public Scenario At(double minutes)
    {
        Now = Start + TimeSpan.FromMinutes(minutes);
        return this;
    }

    public Scenario At(DateTimeOffset moment)
    {
        Now = moment;
        return this;
    }

    public EscalationContext Context(Caller by, Caller? named = null) => new(by, Now, Policy, Cover) { Named = named };

    /// <summary>Does it, now; what happened becomes part of the history.</summary>
    public Scenario When(object command, Caller? by = null, Caller? named = null)
    {
        var caller = by ?? Caller.System;
        Last = Commands.Decide(command, State, Context(caller, named));
        foreach (var happened in Last.Events) Apply(happened, caller);
        return this;
    }

    /// <summary>Every wake-up until then, each handled at its own moment.</summary>
    public Scenario Until(double minutes)
    {
        var end = Start + TimeSpan.FromMinutes(minutes);
        while (Escalation.NextWakeUp(State) is { } next && next <= end)
        {
            Now = next;
            When(new WakeEscalation());
            Last.Events.ShouldNotBeEmpty($"the wake-up at {next:u} did nothing");
        }

        return At(minutes);
    }

    public Scenario Then(params EscalationEvent[] expected)
    {
        Last.Then(expected);
        return this;
    }

    public Scenario ThenAlreadySo()
    {
        Last.Then();
        return this;
    }

    public TRejection ThenRefused<TRejection>(string code, Rule rule, RejectionKind kind = RejectionKind.RuleForbids)
        where TRejection : Rejection
    {
        var refusal = Last.Rejection.ShouldBeOfType<TRejection>();
        (refusal.Code, refusal.Rule, refusal.Kind).ShouldBe((code, rule, kind));
        refusal.Detail.ShouldEndWith(".");
        Last.Events.ShouldBeEmpty();
        return refusal;
    }

    /// <summary>Who was paged or skipped when, in minutes: the ladder as somebody would tell it.</summary>
    public IReadOnlyList<string> Pages() =>
    [
        .. _history.Select(entry => (Minute: (entry.At - Start).TotalMinutes, Text: Told(entry.Event)))
            .Where(entry => entry.Text.Length > 0)
            .Select(entry => $"{entry.Minute}: {entry.Text}"),
    ];

    /// <summary>The moments in minutes at which an event of that kind happened.</summary>
    public IReadOnlyList<double> Minutes<TEvent>(Func<TEvent, bool>? where = null)
        where TEvent : EscalationEvent =>
    [
        .. _history.Where(entry => entry.Event is TEvent e && (where?.Invoke(e) ?? true))
            .Select(entry => (entry.At - Start).TotalMinutes),
    ];

    private static string Told(EscalationEvent happened) => happened switch
    {
        PageSent e => $"{e.Reason} {string.Join(", ", e.To)}",
        RungSkipped e => $"skipped {e.Rung}, {e.Reason}",
        PersonSkipped e => $"without {e.Person}, {e.Reason}",
        _ => "",
    };

    private void Apply(EscalationEvent happened, Caller caller)
    {
        var stamp = new Stamp(caller.Person, null, Now, Now, Policy.Version);
        State = Escalation.Evolve(State, happened, stamp);
        _history.Add((Now, happened));
    }
}
