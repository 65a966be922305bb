namespace Safeguard.Domain.Access;

/// <summary>
/// A Coordinator who did not open it says whether opening it was justified. That is said once, and stays (R17).
/// </summary>
/// <param name="Outcome">Null where none was chosen.</param>
public sealed record ReviewBreakGlass(Guid BreakGlass, BreakGlassOutcome? Outcome, Confidential? Words)
{
    /// <param name="history">The history of whoever opened it.</param>
    public static Decision<AccessEvent> Decide(ReviewBreakGlass command, AccessHistory history, AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Caller.Is(Role.Coordinator)) return new NotYoursToReview();
        if (history.Person is not { } opener || !history.EverOpened.Contains(command.BreakGlass))
            return new NoSuchBreakGlass();
        if (opener == context.Caller.Person) return new OwnBreakGlass();
        var glass = history.Glasses.Find(known => known.Id == command.BreakGlass);
        if (glass is not null && !context.MayReview(context.Caller.Person, glass.Item, opener))
            return new NoSuchBreakGlass();
        if (MissingIn(command) is { Count: > 0 } missing) return new ReviewSaysTooLittle(missing);
        if (glass is null or { Reviewed: true }) return new BreakGlassReviewedAlready();
        return new BreakGlassReviewed(opener, command.BreakGlass, command.Outcome!.Value, command.Words!);
    }

    private static List<string> MissingIn(ReviewBreakGlass command)
    {
        var missing = new List<string>();
        if (command.Outcome is null) missing.Add("outcome");
        if (command.Words is null) missing.Add("words");
        return missing;
    }
}

/// <summary>Not a Coordinator.</summary>
public sealed record NotYoursToReview() : Rejection(
    "breakGlass.notYoursToReview", Rule.R17, "Only Coordinators review this. Ask your programme office.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>There is no such break-glass, or the record that it opened is kept from the caller (R15).</summary>
public sealed record NoSuchBreakGlass() : Rejection(
    "breakGlass.none", Rule.R17, "There is no such opening. Look at the list of those to be reviewed.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

/// <summary>They opened it themselves.</summary>
public sealed record OwnBreakGlass() : Rejection(
    "breakGlass.ownReview", Rule.R17, "You opened this yourself. Another Coordinator has to review it.");

/// <summary>Neither an outcome nor words, or one without the other.</summary>
public sealed record ReviewSaysTooLittle : Rejection
{
    public ReviewSaysTooLittle(IReadOnlyList<string> missing)
        : base("breakGlass.reviewSaysTooLittle", Rule.R17, "Choose what it came to, and say why.") => Missing = missing;

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>An outcome is permanent.</summary>
public sealed record BreakGlassReviewedAlready() : Rejection(
    "breakGlass.reviewed",
    Rule.R17,
    "This has been reviewed, and an outcome stays as it is. Write to whoever reviewed it if you see it differently.");
