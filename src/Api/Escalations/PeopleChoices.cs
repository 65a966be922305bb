using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Escalations;

/// <summary>
/// To whom something may be given from an escalation's page: exactly those whom the rule behind the form would accept,
/// those of its own panel first.
/// </summary>
internal sealed class PeopleChoices
{
    /// <summary>Names in one list. A programme has some 150 Senior Members, supervisors and Coordinators.</summary>
    private const int MaxChoices = 400;

    private static readonly Role[] Staff = [Role.SeniorMember, Role.Supervisor, Role.Coordinator];

    private readonly EscalationHistory _history;
    private readonly List<PersonFacts> _staff;

    public PeopleChoices(EscalationHistory history)
    {
        _history = history;
        var (state, reader) = (history.State, history.Context.Caller.Person);
        _staff =
        [
            .. history.Institution.Everybody
                .Where(person => person.LeftAt is null && person.Id != state.Raiser && person.Id != reader
                    && person.Roles.Any(grant => Staff.Contains(grant.Role)))
                .OrderByDescending(person => person.Roles.Any(grant => grant.Panel is { } own && own == state.Panel))
                .ThenBy(person => person.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whom to ask: the raiser before anybody else.</summary>
    public IReadOnlyList<Choice> ToAsk =>
        _history.Institution.Person(_history.State.Raiser) is { LeftAt: null } raiser
            ? [new(raiser.Id.Value, $"{_history.Institution.PersonName(raiser.Id)}, who raised it"), .. ToDo]
            : ToDo;

    /// <summary>Whose an action may be: those who take part.</summary>
    public IReadOnlyList<Choice> ToDo => Choices(EscalationMoves.MayAsk);

    public IReadOnlyList<Choice> ToTake => Choices(EscalationMoves.MayTransferTo);

    public IReadOnlyList<Choice> ToCarryOn => Choices(EscalationMoves.MayHandOverTo);

    private IReadOnlyList<Choice> Choices(Func<Caller, Escalation, EscalationContext, bool> may) =>
    [
        .. _staff.Where(person => may(new(person.Id, person.Roles), _history.State, _history.Context))
            .Take(MaxChoices).Select(person => new Choice(person.Id.Value, Label(person))),
    ];

    private string Label(PersonFacts person)
    {
        var grant = person.Roles.First(held => Staff.Contains(held.Role));
        var panel = grant.Panel is { } of ? $", {_history.Institution.PanelName(of)}" : "";
        return $"{_history.Institution.PersonName(person.Id)}, {grant.Role.Label()}{panel}";
    }
}
