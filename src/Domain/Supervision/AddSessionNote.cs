namespace Safeguard.Domain.Supervision;

/// <summary>
/// Note what a session was about, by case codes. A name that the programme knows warns before it is saved (R16).
/// </summary>
/// <param name="Sure">Said again after the warning: the word is not somebody's name here.</param>
public sealed record AddSessionNote(Guid Session, string? Note, bool Sure)
{
    public static Decision<SupervisionGroupEvent> Decide(
        AddSessionNote command, SupervisionGroup group, SupervisionContext context)
    {
        if (!group.Formed || !context.Supervises(group)) return new GroupUnknown();
        if (!group.Sessions.ContainsKey(command.Session)) return new SessionUnknown();
        if (Confidential.From(command.Note) is not { } note) return new NoteIsEmpty { Missing = ["note"] };
        if (!command.Sure && context.Institution.NamesSomebody(command.Note!)) return new NoteNamesSomebody();
        return new SessionNoteAdded(group.Id, command.Session, note);
    }
}

public sealed record NoteIsEmpty() : Rejection(
    "supervision.noteEmpty", Rule.R16, "There is nothing in the note. Write what the session was about.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>Which word it is stays out of the answer: it is a name.</summary>
public sealed record NoteNamesSomebody() : Rejection(
    "supervision.noteNamesSomebody",
    Rule.R16,
    "The note seems to hold somebody's name. Use case codes instead; if it is no name here, save it once more.");
