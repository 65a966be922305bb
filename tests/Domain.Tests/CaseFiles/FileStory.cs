using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Tests.Escalations;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>
/// One case file in a test: what was given, what is done, what then happened. Hours count from the first moment, a
/// Monday at noon in term.
/// </summary>
internal sealed class FileStory
{
    public static DateTimeOffset MondayNoon { get; } = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    private readonly List<(DateTimeOffset At, CaseFileEvent Event)> _history = [];
    private Rejection? _notTakingOn;
    private Service? _service;
    private bool? _serviceIsOpen;

    public CaseFile State { get; private set; } = CaseFile.NotOpened;
    public CaseFile Before { get; private set; } = CaseFile.NotOpened;
    public DateTimeOffset Now { get; private set; } = MondayNoon;
    public CaseCircle Circle { get; private set; } = Around.Circle;
    public Policy Policy { get; private set; } = Policy.Default;
    public bool DuplicateExists { get; private set; }

    /// <summary>What the last command came to.</summary>
    public Decision<CaseFileEvent> Last { get; private set; } = Decision<CaseFileEvent>.AlreadySo;

    public IReadOnlyList<(DateTimeOffset At, CaseFileEvent Event)> History => _history;

    public static FileStory Empty => new();

    public static FileStory Opened(ProgrammeKind kind = ProgrammeKind.Listening, PanelId? home = null) =>
        Empty.When(Doing.Open(home: home, kind: kind), Around.Owner);

    public static FileStory Resolved() => Opened().At(1).When(Doing.Resolve(), Around.Owner);

    public static FileStory Closed() => Resolved().At(2).When(new CloseCaseFile(null), Around.Supervisor);

    public FileStory With(CaseCircle circle)
    {
        Circle = circle;
        return this;
    }

    public FileStory With(Policy policy)
    {
        Policy = policy;
        return this;
    }

    /// <summary>Whoever takes on work from here may not, because of that.</summary>
    public FileStory NotTakingOn(Rejection? refusal)
    {
        _notTakingOn = refusal;
        return this;
    }

    public FileStory WithService(Service? service, bool? isOpen)
    {
        (_service, _serviceIsOpen) = (service, isOpen);
        return this;
    }

    public FileStory WithDuplicate()
    {
        DuplicateExists = true;
        return this;
    }

    public FileStory At(double hours)
    {
        Now = MondayNoon + TimeSpan.FromHours(hours);
        return this;
    }

    public FileStory At(DateTimeOffset moment)
    {
        Now = moment;
        return this;
    }

    public CaseFileContext Context(Caller by, object? command = null) =>
        new(by, Now, Policy, Circle with
        {
            OwnersSupervisor = Around.SupervisorOf(State.Owner),
            TakersSupervisor = Around.SupervisorOf(Doing.Named(command ?? by) ?? by.Person),
        })
        {
            Named = Around.Known(command is null ? null : Doing.Named(command)),
            Second = Around.Known((command as RecordCaseDisclosure)?.SecondedBy),
            Readers =
            [
                .. ((command as RestrictCaseFile)?.Named ?? []).Select(one => Around.Known(one)).OfType<Caller>(),
            ],
            NotTakingOn = _notTakingOn,
            Service = _service,
            ServiceIsOpen = _serviceIsOpen,
            OpenInstead = "nightline",
            DuplicateExists = DuplicateExists,
        };

    /// <summary>Does it, now; what happened becomes part of the history.</summary>
    public FileStory When(object command, Caller? by = null)
    {
        var caller = by ?? Caller.System;
        Before = State;
        Last = Doing.Decide(command, State, Context(caller, command));
        foreach (var happened in Last.Events)
        {
            State = CaseFile.Evolve(State, happened, new Stamp(caller.Person, null, Now, Now, Policy.Version));
            _history.Add((Now, happened));
        }

        return this;
    }

    /// <summary>Every wake-up until then, each handled at its own moment.</summary>
    public FileStory Until(double hours)
    {
        var end = MondayNoon + TimeSpan.FromHours(hours);
        while (CaseFile.NextWakeUp(State) is { } next && next <= end)
        {
            Now = next;
            When(new WakeCaseFile());
            Last.Events.ShouldNotBeEmpty($"the wake-up at {next:u} did nothing");
        }

        return At(hours);
    }

    public FileStory Then(params CaseFileEvent[] expected)
    {
        Last.Then(expected);
        return this;
    }

    public FileStory ThenAlreadySo()
    {
        Last.ShouldBeAlreadySo();
        return this;
    }

    public Rejection ThenRefused(string code, Rule rule, RejectionKind kind = RejectionKind.RuleForbids) =>
        Last.ShouldBeRefused(code, rule, kind);

    /// <summary>The names of what the last command made happen, as the table of outcomes writes them.</summary>
    public string Outcome() =>
        Last.Rejection?.Code
        ?? (Last.Events.Count == 0 ? "so" : string.Join("+", Last.Events.Select(happened => happened.GetType().Name)));
}
