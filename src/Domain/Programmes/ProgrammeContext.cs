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

/// <summary>Required parts are missing; each is named.</summary>
public sealed record Incomplete : Rejection
{
    /// <param name="code">Stable, <c>service.incomplete</c>.</param>
    public Incomplete(string code, Rule rule, params IReadOnlyList<string> missing)
        : base(code, rule, $"Please add what is missing: {string.Join(", ", missing)}.") => Missing = missing;

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>There is nothing by that id.</summary>
/// <param name="What">The kind of thing, <c>panel</c>: the code is then <c>panel.unknown</c>.</param>
public sealed record NothingThere(string What, Rule Because)
    : Rejection($"{What}.unknown", Because, $"There is no such {What}. Check the id, or choose one from the list.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

/// <summary>That id is taken by something that reads otherwise.</summary>
/// <param name="What">The kind of thing, <c>panel</c>: the code is then <c>panel.exists</c>.</param>
public sealed record ExistsOtherwise(string What, Rule Because) : Rejection(
    $"{What}.exists", Because, $"There is another {What} with this id. Change that one, or choose another id.");

/// <summary>An id that cannot stand in an address.</summary>
/// <param name="What">The kind of thing, <c>panel</c>: the code is then <c>panel.id</c>.</param>
public sealed record UnusableId(string What, Rule Because) : Rejection(
    $"{What}.id", Because, "An id has lower-case letters, digits and single hyphens, at most 64. Choose such an id.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
