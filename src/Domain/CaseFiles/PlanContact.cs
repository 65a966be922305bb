using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Plans a conversation to come: work that only somebody in good standing takes on (R9). Logged under the same id once
/// it has been; until then the owner is reminded.
/// </summary>
public sealed record PlanContact(Guid Id, ContactMode Mode, DateTimeOffset At, Confidential? Note)
{
    public static Decision<CaseFileEvent> Decide(PlanContact command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessOwner(state, context, "plan a contact") is { } refusal) return refusal;
        if (state.Knows(command.Id)) return Decision<CaseFileEvent>.AlreadySo;
        if (command.At <= context.Now) return new ContactIsPast();
        if (context.NotTakingOn is { } standing) return standing;
        return state.State switch
        {
            CaseFileState.Closed => new CaseFileIsClosed(state.ClosedAt),
            CaseFileState.Resolved => new CaseFileIsResolved(state.ResolvedAt),
            _ => new ContactPlanned(command.Id, command.Mode, command.At, command.Note),
        };
    }
}

public sealed record ContactIsPast() : Rejection(
    "caseFile.contactPast", Rule.R9, "A planned contact is still to come. Choose a later time, or log what happened.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
