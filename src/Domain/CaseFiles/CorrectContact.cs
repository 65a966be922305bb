using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Corrects a contact: a new event that names it and a reason; both stay visible (R2). A band corrected up to a crisis
/// raises the urgent contact as the log would have (R5). On a closed file a correction alone opens nothing.
/// </summary>
/// <param name="OccurredAt">Null where the day stays as it was.</param>
public sealed record CorrectContact(
    Guid Correction,
    Guid Contact,
    ContactMode Mode,
    Channel? Channel,
    bool? Reached,
    int? Minutes,
    IReadOnlyList<Confidential> Topics,
    Band? Band,
    Confidential? Note,
    DateTimeOffset? OccurredAt,
    Confidential? Reason)
{
    public static Decision<CaseFileEvent> Decide(CorrectContact command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "correct a contact") is { } refusal) return refusal;
        if (state.Contacts.FirstOrDefault(known => known.Id == command.Contact) is not { } contact)
            return new NoSuchPart();
        if (contact.By != context.Caller.Person && state.Owner != context.Caller.Person)
            return new NotYourPart(Rule.R2, "Only who logged it, or the owner of the file, corrects it. Ask them.");
        if (state.Settled.Contains(command.Correction)) return Decision<CaseFileEvent>.AlreadySo;
        if (Unsaid(command).ToList() is { Count: > 0 } unsaid) return new CaseWordsMissing(Rule.R2, unsaid);
        if (command.OccurredAt > context.Now) return new ContactIsAhead();
        if (state.Knows(command.Correction)) return new CaseIdTaken();
        var course = new CaseCourse(state, context).Then(Corrected(command, contact, context));
        if (Crisis.RaisedBy(command, contact, state) is not { } raised) return course.Decided();
        if (Crisis.IsNew(command.Band, raised, course)) course.Then(new EscalationLinked(raised));
        Reopening.IfClosed(course, ReopenReason.NewEscalation);
        return course.Decided();
    }

    private static ContactCorrected Corrected(CorrectContact command, LoggedContact contact, CaseFileContext context) =>
        new(
            command.Correction,
            command.Contact,
            command.Mode,
            Saying.Channel(command.Mode, command.Channel),
            command.Reached ?? command.Mode != ContactMode.Message,
            command.Minutes!.Value,
            command.Topics,
            command.Band,
            command.Note!,
            command.OccurredAt is { } at ? context.Calendar.Day(at) : contact.Day,
            command.Reason!);

    private static IEnumerable<string> Unsaid(CorrectContact command) =>
        command.Reason is null
            ? Saying.Unsaid(command.Minutes, command.Note).Append("reason")
            : Saying.Unsaid(command.Minutes, command.Note);
}
