using Safeguard.Api.Escalations;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>The one thing that waits for the reader of a case file, the most pressing first.</summary>
internal static class CaseNextStep
{
    public static CaseNext? For(CaseFileHistory history, Naming names, IReadOnlySet<CaseFileMove> may)
    {
        var (state, reader) = (history.State, history.Context.Caller.Person);
        if (state.Offer is { } offer && offer.To == reader)
            return new("You are asked to take this file", "Its owner stays until you say yes.", CaseNextKind.Accept)
            {
                Due = offer.AnswerBy,
                Since = Since(history, happened => happened is HandoverOffered),
                DueWords = "Answer by",
            };
        if (state.Questions.FirstOrDefault(question => question.Of == reader) is { } asked)
            return Question(history, names, asked);
        if (history.ShowsWords && state.Escalations.FirstOrDefault(linked => linked.IsOpen) is { } urgent)
            return new(
                "An urgent contact about this student is open", "Its own page has the clock and who has it.",
                CaseNextKind.OpenEscalation)
            {
                Item = urgent.Id.ToString(),
            };
        if (state.DisclosureBy is { } disclosure && may.Contains(CaseFileMove.Disclose))
            return new("Write down what was shared", "Others were brought in to help.", CaseNextKind.Disclose)
            {
                Due = disclosure,
                Since = Since(history, happened => happened is InvolvementRecorded),
                DueWords = "Until then this file cannot close. Due by",
            };
        if (may.Contains(CaseFileMove.Close) && state.Closing is { } closing)
            return new("Close this file, as the second person", "Read its record first.", CaseNextKind.Close)
            {
                Due = closing.DueBy,
                Since = state.ResolvedAt,
                DueWords = "Due by",
            };
        if (may.Contains(CaseFileMove.Reassign) && state.HandoverTask is not null)
            return new(
                "Find another supporter for this student", "Its owner takes on no work at the moment.",
                CaseNextKind.Reassign);
        return may.Contains(CaseFileMove.HandOver)
            ? new("You have this file", NoContactYet(state), CaseNextKind.LogContact)
            : null;
    }

    /// <summary>What the next wake-up of the file is about.</summary>
    public static string? AwaitedIn(CaseFile state)
    {
        if (CaseFile.NextWakeUp(state) is not { } next) return null;
        if (state.Questions.Any(question => question.DueBy == next)) return "the question";
        if (state.Actions.Any(action => action.DueBy == next)) return "what is to be done";
        if (state.DisclosureBy == next) return "what was shared";
        if (state.Closing?.DueBy == next) return "closing it";
        if (state.Offer?.AnswerBy == next) return "the handover";
        return state.ReviewAt == next ? "a look in" : null;
    }

    private static CaseNext Question(CaseFileHistory history, Naming names, CaseQuestion asked)
    {
        var recorded = history.Events.First(x => x.Event is CaseQuestionAsked of && of.Question == asked.Id);
        return new(
            $"Answer {names.Of(recorded.Stamp.By)}", ((CaseQuestionAsked)recorded.Event).Words.Text,
            CaseNextKind.Answer)
        {
            Quoted = true,
            Item = asked.Id.ToString(),
            Due = asked.DueBy,
            Since = recorded.Stamp.RecordedAt,
            DueWords = "Until then this file cannot close. Answer by",
        };
    }

    private static string NoContactYet(CaseFile state) => state switch
    {
        { Contacts.Count: 0 } => "No contact has been logged yet.",
        { SpokenWith: false } => "Nobody has spoken with the student yet: a message on its own is no contact made.",
        _ => "Log what you talk about while it is fresh.",
    };

    private static DateTimeOffset? Since(CaseFileHistory history, Func<object, bool> began) =>
        history.Events.LastOrDefault(recorded => began(recorded.Event))?.Stamp.RecordedAt;
}
