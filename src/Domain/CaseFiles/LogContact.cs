using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Logs a conversation with the student, or an attempt at one. What is said to have happened already is always kept, as
/// a late record where the one who logs it may not take on work now (R9). A crisis band raises the urgent contact in
/// the same transaction (R5), and anything new on a closed file opens it again (R3).
/// </summary>
/// <param name="Id">The contact's own id; a planned one is logged under the id that it was planned with.</param>
/// <param name="Channel">Null for the plain one of the mode; a message is then taken for an e-mail.</param>
/// <param name="Reached">Null where it was not said: a message is then an attempt, anything else a contact.</param>
/// <param name="OccurredAt">When it happened; null for now, which only somebody in good standing may say.</param>
public sealed record LogContact(
    Guid Id,
    ContactMode Mode,
    Channel? Channel,
    bool? Reached,
    int? Minutes,
    IReadOnlyList<Confidential> Topics,
    Band? Band,
    Confidential? Note,
    DateTimeOffset? OccurredAt)
{
    public static Decision<CaseFileEvent> Decide(LogContact command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "log a contact") is { } refusal) return refusal;
        if (state.Contacts.Any(contact => contact.Id == command.Id)) return Decision<CaseFileEvent>.AlreadySo;
        if (Saying.Unsaid(command.Minutes, command.Note).ToList() is { Count: > 0 } unsaid)
            return new CaseWordsMissing(Rule.R20, unsaid);
        if (command.OccurredAt > context.Now) return context.NotTakingOn ?? new ContactIsAhead();
        if (state.Knows(command.Id) && state.Planned.All(planned => planned.Id != command.Id)) return new CaseIdTaken();
        if (context.NotTakingOn is { } standing && !IsKeptAnyway(command)) return standing;
        var course = new CaseCourse(state, context).Then(Logged(command, context));
        if (Crisis.IsNew(command.Band, command.Id, course)) course.Then(new EscalationLinked(command.Id));
        Reopening.IfClosed(course, ReopenReason.NewContact);
        return course.Decided();
    }

    /// <summary>What already happened, and whatever needs a Senior Member, is never turned away.</summary>
    private static bool IsKeptAnyway(LogContact command) =>
        command.OccurredAt is not null || command.Band?.IsCrisis() == true;

    private static ContactLogged Logged(LogContact command, CaseFileContext context)
    {
        var day = context.Calendar.Day(command.OccurredAt ?? context.Now);
        return new(
            command.Id,
            context.Caller.Person,
            command.Mode,
            Saying.Channel(command.Mode, command.Channel),
            command.Reached ?? command.Mode != ContactMode.Message,
            command.Minutes!.Value,
            command.Topics,
            command.Band,
            command.Note!,
            day,
            context.NotTakingOn is not null || day < context.Calendar.Day(context.Now));
    }
}

/// <summary>What a contact says, whether logged or corrected.</summary>
internal static class Saying
{
    private const int MinutesOfADay = 24 * 60;

    public static IEnumerable<string> Unsaid(int? minutes, Confidential? note)
    {
        if (minutes is not (>= 0 and <= MinutesOfADay)) yield return "minutes";
        if (note is null) yield return "note";
    }

    public static Channel Channel(ContactMode mode, Channel? said) => (said, mode) switch
    {
        ({ } channel, _) => channel,
        (_, ContactMode.InPerson) => CaseFiles.Channel.InPerson,
        (_, ContactMode.Phone) => CaseFiles.Channel.Phone,
        (_, ContactMode.Video) => CaseFiles.Channel.Video,
        _ => CaseFiles.Channel.Email,
    };
}

/// <summary>What has not happened yet is planned, and logged afterwards.</summary>
public sealed record ContactIsAhead() : Rejection(
    "caseFile.contactAhead", Rule.R9, "That time is still to come. Plan the contact, and log it once it has been.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
