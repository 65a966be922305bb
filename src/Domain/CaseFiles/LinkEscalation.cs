namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// An urgent contact with this file's code was raised or opened again, in the same transaction. It refuses nothing, so
/// that it never stands in the way of a raise (R1); a closed file opens again (R3).
/// </summary>
public sealed record LinkEscalation(Guid Escalation)
{
    public static Decision<CaseFileEvent> Decide(LinkEscalation command, CaseFile state, CaseFileContext context)
    {
        if (state.State == CaseFileState.NotOpened
            || state.Escalations.Any(linked => linked.Id == command.Escalation && linked.IsOpen))
            return Decision<CaseFileEvent>.AlreadySo;
        var course = new CaseCourse(state, context).Then(new EscalationLinked(command.Escalation));
        Reopening.IfClosed(course, ReopenReason.NewEscalation);
        return course.Decided();
    }
}
