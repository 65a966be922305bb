namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Attaches what came from outside, a parent's voicemail or a letter: it travels with the file through every handover.
/// Anyone who may know of the file attaches to it, and the panel's Senior Members, whom people call at night; it shows
/// them nothing. A closed file opens again (R3).
/// </summary>
/// <param name="From">Who it came from.</param>
/// <param name="Words">What it says.</param>
public sealed record AttachToFile(Guid Id, Channel Channel, Confidential? From, Confidential? Words)
{
    public static Decision<CaseFileEvent> Decide(AttachToFile command, CaseFile state, CaseFileContext context)
    {
        if (!IsCalled(state, context) && CaseFileAccess.RefuseUnlessSeen(state, context) is { } refusal) return refusal;
        if (state.Knows(command.Id)) return Decision<CaseFileEvent>.AlreadySo;
        if (Unsaid(command).ToList() is { Count: > 0 } unsaid) return new CaseWordsMissing(Rule.R20, unsaid);
        var course = new CaseCourse(state, context);
        Reopening.IfClosed(course, ReopenReason.SomethingReceived);
        return course
            .Then(new ReceivedAttached(
                command.Id, command.Channel, command.From!, command.Words!, course.State.Owner))
            .Decided();
    }

    private static bool IsCalled(CaseFile state, CaseFileContext context) =>
        state is { State: not CaseFileState.NotOpened, Restricted: false }
        && context.Caller.Is(Role.SeniorMember, state.Panel)
        && CaseFileAccess.MayBeGiven(context.Caller, state, context.Circle);

    private static IEnumerable<string> Unsaid(AttachToFile command)
    {
        if (command.From is null) yield return "from";
        if (command.Words is null) yield return "words";
    }
}
