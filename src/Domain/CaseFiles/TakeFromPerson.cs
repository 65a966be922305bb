namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Takes everything in a file from somebody who leaves, loses a role or has a conflict: nobody goes while holding open
/// items (R4, R15). Decided by the people side, in the same transaction, with the circle as it is without them.
/// </summary>
/// <param name="Remaining">
/// What they still are where they lose one role and not all: what those roles carry stays theirs. Null where they
/// leave.
/// </param>
public sealed record TakeFromPerson(
    PersonId From, Caller? Remaining = null, CaseReassignment Reason = CaseReassignment.LeftOrLostRole)
{
    public static Decision<CaseFileEvent> Decide(TakeFromPerson command, CaseFile state, CaseFileContext context)
    {
        var without = context.Circle with { Gone = [.. context.Circle.Gone, command.From] };
        var course = new CaseCourse(state, context with { Circle = without });
        Successors.AwayFrom(command.From, command.Reason, course, item => Keeps(command.Remaining, item, state));
        return course.Decided();
    }

    /// <summary>Whether somebody who lost one role may go on with what they hold here in another.</summary>
    private static bool Keeps(Caller? remaining, CaseHeld item, CaseFile state)
    {
        if (remaining is not { Roles.Count: > 0 }) return false;
        return item switch
        {
            CaseHeld.File => state.Supporter == remaining.Person
                ? remaining.Is(Role.Supporter)
                : remaining.Is(Role.SeniorMember, state.Panel) || remaining.Is(Role.Coordinator),
            CaseHeld.Closing => SecondDisclosure.IsSenior(remaining),
            CaseHeld.HandoverTask => remaining.Is(Role.Coordinator),
            _ => true,
        };
    }
}
