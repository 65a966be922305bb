namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// A referral of this student was offered, in the same transaction: it keeps the file from closing until it has an
/// outcome, and opens a closed one again (R3).
/// </summary>
/// <param name="Escalation">The urgent contact that the offer raises, where it is in a crisis band (R5).</param>
public sealed record LinkReferral(Guid Referral, Guid? Escalation = null)
{
    public static Decision<CaseFileEvent> Decide(LinkReferral command, CaseFile state, CaseFileContext context)
    {
        if (state.State == CaseFileState.NotOpened || state.OpenReferrals.Contains(command.Referral)
            || state.EndedReferrals.Contains(command.Referral)) return Decision<CaseFileEvent>.AlreadySo;
        var course = new CaseCourse(state, context).Then(new ReferralLinked(command.Referral));
        if (command.Escalation is { } escalation) course.Then(new EscalationLinked(escalation));
        Reopening.IfClosed(course, ReopenReason.NewReferral);
        return course.Decided();
    }
}
