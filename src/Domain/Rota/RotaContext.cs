using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Rota;

/// <summary>What a decision about a panel's rota needs and its stream does not hold.</summary>
/// <param name="CanServe">The panel's Senior Members: whoever may be on duty.</param>
public sealed record RotaContext(
    PanelId Panel, Caller Caller, DateTimeOffset Now, Policy Policy, IReadOnlySet<PersonId> CanServe)
{
    /// <summary>False where the programme has no open panel by that id.</summary>
    public bool PanelIsOpen { get; init; } = true;

    public InstitutionCalendar Calendar { get; init; } = InstitutionCalendar.Of(Policy);

    public bool MayPlan => Caller.Person == PersonId.System || Caller.Is(Role.Coordinator);

    /// <summary>Coordinators, and the panel's Senior Members among themselves.</summary>
    public bool MayCover => MayPlan || Caller.Is(Role.SeniorMember, Panel);
}

/// <summary>The rota is planned by the programme office.</summary>
public sealed record CoordinatorsPlan() : Rejection(
    "rota.coordinatorsPlan", Rule.R12, "Only a Coordinator plans the rota. Ask one, or cover the shift instead.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>Shifts change hands among a panel's Senior Members.</summary>
public sealed record NotYourPanel() : Rejection(
    "rota.notYourPanel",
    Rule.R12,
    "Only a Coordinator and the Senior Members of this panel change who is on duty. Ask one of them.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>On duty is who may answer: a Senior Member of the panel.</summary>
public sealed record NotSeniorMember() : Rejection(
    "rota.notSeniorMember",
    Rule.R12,
    "Only a Senior Member of this panel can be on duty for it. Choose one, or give this person the role first.");

/// <summary>What was served is on record (R2).</summary>
public sealed record ShiftIsOver() : Rejection(
    "shift.over", Rule.R12, "This shift is over, and what was served stays on record. Choose one that is to come.");

public sealed record ShiftUnknown() : Rejection(
    "shift.unknown", Rule.R12, "There is no such shift on this rota. Look at the rota again and choose one.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}
