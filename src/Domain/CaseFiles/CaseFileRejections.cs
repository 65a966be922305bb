namespace Safeguard.Domain.CaseFiles;

/// <summary>There is no such case file, or it is not the caller's to know: the two look alike.</summary>
public sealed record NoSuchCaseFile() : Rejection(
    "caseFile.notThere", Rule.R15, "Either there is nothing here, or it is not yours to know.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

/// <summary>The caller knows of the file, but this is not theirs to do.</summary>
public sealed record NotYourPart(Rule Rule, string Detail) : Rejection("caseFile.role", Rule, Detail)
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>
/// The request leaves out words that it cannot do without; each is named in <see cref="Rejection.Missing"/>.
/// </summary>
public sealed record CaseWordsMissing : Rejection
{
    public CaseWordsMissing(Rule rule, params IReadOnlyList<string> missing)
        : base("caseFile.wordsMissing", rule, "Nothing was saved. Fill in what is missing and send it again.") =>
        Missing = missing;

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>Nobody in the programme goes by that id.</summary>
public sealed record CasePersonUnknown() : Rejection(
    "caseFile.personUnknown", Rule.None, "We don't know this person. Choose someone from the programme.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>
/// The person named may not have this: their role, their panel, or a conflict. It never says which, because a conflict
/// is the Coordinator's to know (R15).
/// </summary>
public sealed record CannotBeTheirs() : Rejection(
    "caseFile.cannotTake", Rule.R15, "This person can't have this. Choose somebody else, or ask the Coordinators.");

/// <summary>It is closed: it has to be reopened before this can be done.</summary>
public sealed record CaseFileIsClosed : Rejection
{
    public CaseFileIsClosed(DateTimeOffset? since)
        : base("caseFile.closed", Rule.R3, "This case file is closed. Reopen it first, or log a new contact.")
    {
        Since = since;
        Missing = ["state"];
    }
}

/// <summary>It is resolved and waits to be closed: it has to be reopened before this can be done.</summary>
public sealed record CaseFileIsResolved : Rejection
{
    public CaseFileIsResolved(DateTimeOffset? since)
        : base("caseFile.resolved", Rule.R23, "This case file is resolved and waits to be closed. Reopen it first.")
    {
        Since = since;
        Missing = ["state"];
    }
}

/// <summary>The file has no part by that id.</summary>
public sealed record NoSuchPart() : Rejection(
    "caseFile.partUnknown", Rule.None, "This case file has no such part. Look at it again and choose one.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

/// <summary>The client's id belongs to something else: a fault of the client, which must make a new one.</summary>
public sealed record CaseIdTaken() : Rejection(
    "caseFile.idTaken", Rule.None, "Nothing was saved. Send it once more: it needs a new id.");
