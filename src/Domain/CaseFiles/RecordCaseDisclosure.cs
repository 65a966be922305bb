namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// What was shared or decided not to be shared, with whom, why, with or without consent, and who decided (R7). Telling
/// a trusted contact without the student's agreement takes a Senior Member and a second senior name with grounds; in a
/// crisis one name is enough, and the second follows (R21).
/// </summary>
/// <param name="DecidedBy">Null for the caller.</param>
/// <param name="SecondedBy">The second senior name; null where there is none yet.</param>
public sealed record RecordCaseDisclosure(
    Guid Id,
    bool Shared,
    Confidential? What,
    Confidential? ToWhom,
    Confidential? Why,
    bool WithConsent,
    bool TrustedContact,
    PersonId? DecidedBy,
    PersonId? SecondedBy,
    Confidential? Grounds)
{
    public static Decision<CaseFileEvent> Decide(RecordCaseDisclosure command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "record what was shared") is { } refusal)
            return refusal;
        if (state.Knows(command.Id)) return Decision<CaseFileEvent>.AlreadySo;
        var takesTwo = command is { Shared: true, TrustedContact: true, WithConsent: false };
        var waits = takesTwo && command.SecondedBy is null && context.Circle.InCrisis;
        if (Unsaid(command, asksGrounds: takesTwo && !waits).ToList() is { Count: > 0 } unsaid)
            return new CaseWordsMissing(takesTwo ? Rule.R21 : Rule.R7, unsaid);
        if (command.DecidedBy is not null && context.Named is null) return new CasePersonUnknown();
        if (command.SecondedBy is not null && context.Second is null) return new CasePersonUnknown();
        if (state.State == CaseFileState.Closed) return new CaseFileIsClosed(state.ClosedAt);
        if (takesTwo && !waits && !HasTwoNames(command, state, context)) return new TwoSeniorNamesNeeded();
        return new CaseDisclosureRecorded(
            command.Id,
            command.Shared,
            command.What!,
            command.ToWhom!,
            command.Why!,
            command.WithConsent,
            command.TrustedContact,
            command.DecidedBy ?? context.Caller.Person,
            command.SecondedBy,
            command.Grounds,
            waits ? context.Now + context.Policy.DisclosureWithin : null);
    }

    /// <summary>A Senior Member, and another senior person whom nothing excludes.</summary>
    private static bool HasTwoNames(RecordCaseDisclosure command, CaseFile state, CaseFileContext context)
    {
        var first = command.DecidedBy is null ? context.Caller : context.Named!;
        return context.Second is { } second && second.Person != first.Person
            && first.Is(Role.SeniorMember) && SecondDisclosure.IsSenior(second)
            && !CaseFileAccess.IsConflicted(first.Person, state, context.Circle)
            && !CaseFileAccess.IsConflicted(second.Person, state, context.Circle);
    }

    private static IEnumerable<string> Unsaid(RecordCaseDisclosure command, bool asksGrounds)
    {
        if (command.What is null) yield return "what";
        if (command.ToWhom is null) yield return "toWhom";
        if (command.Why is null) yield return "why";
        if (asksGrounds && command.Grounds is null) yield return "grounds";
    }
}

/// <summary>Outside a crisis nobody decides alone to tell a trusted contact against the student's will (R21).</summary>
public sealed record TwoSeniorNamesNeeded : Rejection
{
    public TwoSeniorNamesNeeded()
        : base(
            "caseFile.twoSeniorNames",
            Rule.R21,
            "A Senior Member decides this, with a second senior person. Name both; in danger, raise an urgent contact "
            + "and share at once.") =>
        Missing = ["decidedBy", "secondedBy"];
}
