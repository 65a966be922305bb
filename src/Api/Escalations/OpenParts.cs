using Safeguard.Domain.Escalations;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Escalations;

/// <summary>The questions and actions that are still open, with their words.</summary>
internal static class OpenParts
{
    public static IReadOnlyList<QuestionView> Questions(EscalationHistory history, Naming names) =>
    [
        .. from open in history.State.Questions
           let asked = Asked(history, open.Id)
           select new QuestionView(
               open.Id.ToString(), names.Of(open.Of), Typing.Words(((QuestionAsked)asked.Event).Words)!,
               asked.Stamp.RecordedAt, open.DueBy, EscalationMoves.MayAnswer(open.Id, history.State, history.Context)),
    ];

    public static IReadOnlyList<ActionView> Actions(EscalationHistory history, Naming names) =>
    [
        .. from open in history.State.Actions
           let recorded = (ActionRecorded)Recorded(history, open.Id).Event
           select new ActionView(
               open.Id.ToString(), Typing.Words(recorded.What)!, names.Of(open.Owner), open.DueBy,
               EscalationMoves.MayComplete(open.Id, history.State, history.Context)),
    ];

    public static Recorded Asked(EscalationHistory history, Guid question) =>
        history.Events.First(recorded => recorded.Event is QuestionAsked asked && asked.Question == question);

    public static Recorded Recorded(EscalationHistory history, Guid action) =>
        history.Events.First(recorded => recorded.Event is ActionRecorded known && known.Action == action);
}
