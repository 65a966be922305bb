using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Escalations;

/// <summary>
/// What the rules of an escalation need and its stream does not hold, looked up for this one decision.
/// </summary>
/// <param name="Caller">Who asks, in which roles.</param>
/// <param name="Now">The server's moment, in whole milliseconds.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Cover">Who can be paged for this escalation at this moment.</param>
public sealed record EscalationContext(Caller Caller, DateTimeOffset Now, Policy Policy, Cover Cover)
{
    public InstitutionCalendar Calendar { get; init; } = InstitutionCalendar.Of(Policy);

    /// <summary>
    /// The person whom the command names (to ask, to hand to), as known now; null when there is none such.
    /// </summary>
    public Caller? Named { get; init; }
}

/// <summary>
/// Who can be paged for one escalation (its panel, its raiser) at one moment. People without an active sign-in or role
/// are already left out; the raiser and those with a conflict are not, because skipping them is an event (R5, R15).
/// </summary>
/// <param name="SeniorMembers">Every Senior Member of the panel.</param>
/// <param name="RaisersSupervisor">The raiser's supervisor (a trainee's trainer); null where there is none.</param>
/// <param name="Conflicted">People with a conflict towards this raiser, escalation or case file.</param>
/// <param name="NextSupervision">When the raiser's next supervision session ends; null where none is planned.</param>
public sealed record Cover(
    PersonId? DutyFirst,
    PersonId? DutyDeputy,
    IReadOnlyList<PersonId> SeniorMembers,
    PersonId? RaisersSupervisor,
    IReadOnlyList<PersonId> Coordinators,
    IReadOnlyList<PersonId> Conflicted,
    DateTimeOffset? NextSupervision)
{
    public static Cover Nobody { get; } = new(null, null, [], null, [], [], null);

    /// <summary>
    /// People once paged for it who have left or lost every role in which they were: repeats leave them out.
    /// </summary>
    public IReadOnlyList<PersonId> Gone { get; init; } = [];
}
