namespace Safeguard.Domain.Programmes;

/// <summary>What a decision about the programme needs and its stream does not hold.</summary>
public sealed record ProgrammeContext(Caller Caller, DateTimeOffset Now)
{
    /// <summary>Coordinators run the programme and Administrators its settings; the product itself imports.</summary>
    public bool MayKeepOffice =>
        Caller.Person == PersonId.System || Caller.Is(Role.Coordinator) || Caller.Is(Role.Administrator);
}

/// <summary>Only the programme office decides this.</summary>
public sealed record OfficeOnly(Rule Because) : Rejection(
    "office.only", Because, "Only a Coordinator or an Administrator can change this. Ask one of them to do it.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

public sealed record PanelUnknown() : Rejection(
    "panel.unknown", Rule.R13, "There is no panel by that id. Choose one from the list.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

public sealed record ServiceUnknown() : Rejection(
    "service.unknown", Rule.R22, "There is no service by that id in the directory. Choose one from the list.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

public sealed record ServiceIncomplete() : Rejection(
    "service.incomplete", Rule.R22, "A service needs a name and a way to reach it. Add what is missing.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>There is no programme by that id.</summary>
public sealed record ProgrammeUnknown() : Rejection(
    "programme.unknown", Rule.R26, "There is no such programme. This release keeps one, listening.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}
