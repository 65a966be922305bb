using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>A question to the reader, whatever else of the escalation is theirs to know.</summary>
/// <param name="By">The role in which it was asked, "Senior Member"; the raiser learns no names (R18).</param>
public sealed record AskedView(
    string Escalation, string Id, string By, string Words, DateTimeOffset AskedAt, DateTimeOffset DueBy)
{
    public string Form => $"answer-{Id}";

    /// <summary>Every open question of it to that person, the oldest first.</summary>
    public static IReadOnlyList<AskedView> To(PersonId person, EscalationHistory history) =>
    [
        .. from open in history.State.Questions
           where history.ShowsOwed && open.Of == person
           let asked = OpenParts.Asked(history, open.Id)
           select new AskedView(
               history.Id.ToString(), open.Id.ToString(), (asked.Stamp.Role ?? Role.SeniorMember).Label(),
               Typing.Words(((QuestionAsked)asked.Event).Words)!, asked.Stamp.RecordedAt, open.DueBy),
    ];
}

/// <summary>Something the reader is to do, whatever else of the escalation is theirs to know.</summary>
public sealed record ToDoView(string Escalation, string Id, string What, DateTimeOffset? DueBy)
{
    public string Form => $"completion-{Id}";

    public static IReadOnlyList<ToDoView> Of(PersonId person, EscalationHistory history) =>
    [
        .. from open in history.State.Actions
           where history.ShowsOwed && open.Owner == person
           select new ToDoView(
               history.Id.ToString(), open.Id.ToString(),
               Typing.Words(((ActionRecorded)OpenParts.Recorded(history, open.Id).Event).What)!, open.DueBy),
    ];
}

/// <summary>The page of one who owes an answer or an action in an escalation that is not theirs to read.</summary>
public sealed record OwedView(IReadOnlyList<AskedView> Questions, IReadOnlyList<ToDoView> Actions)
{
    public Refused? Refused { get; init; }
}
