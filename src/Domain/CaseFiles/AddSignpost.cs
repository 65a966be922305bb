namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Tells the student of a service: information alone, so nothing leaves the programme and no consent is asked. A
/// service that is closed now is a warning that names an open one, and never a bar (R22).
/// </summary>
public sealed record AddSignpost(Guid Id, string Service, Confidential? Note)
{
    public static Decision<CaseFileEvent> Decide(AddSignpost command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "signpost") is { } refusal) return refusal;
        if (state.Knows(command.Id)) return Decision<CaseFileEvent>.AlreadySo;
        if (context.Service is not { Withdrawn: false }) return new ServiceNotListed();
        if (state.State == CaseFileState.Closed) return new CaseFileIsClosed(state.ClosedAt);
        var isClosed = context.ServiceIsOpen == false;
        return new Signposted(
            command.Id, command.Service, isClosed, isClosed ? context.OpenInstead : null, command.Note);
    }
}

/// <summary>The directory lists no such service, or lists it no longer.</summary>
public sealed record ServiceNotListed() : Rejection(
    "caseFile.serviceNotListed", Rule.R22, "The directory does not list this service. Choose one from the list.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
