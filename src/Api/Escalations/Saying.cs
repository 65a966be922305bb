using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>What was said, as it was said: the raise and everything its raiser added.</summary>
internal static class Saying
{
    public static SaidView Of(EscalationHistory history)
    {
        var first = history.Events[0];
        var raised = history.Raised;
        var isEarlier = (first.Stamp.RecordedAt - first.Stamp.OccurredAt).Duration() >= TimeSpan.FromMinutes(1);
        return new(
            Typing.Words(raised.What),
            raised.EmergencyNow,
            raised.Answers,
            Typing.Words(raised.Where),
            raised.CaseFile,
            isEarlier ? first.Stamp.OccurredAt : null,
            [.. AsTyped(raised.AsTyped)],
            [.. Additions(history)]);
    }

    private static IEnumerable<(string, string)> AsTyped(AsTyped? typed)
    {
        if (Typing.Words(typed?.Band) is { } band) yield return ("How soon", band);
        if (Typing.Words(typed?.Panel) is { } panel) yield return ("Panel", panel);
        if (Typing.Words(typed?.CaseFile) is { } caseFile) yield return ("Case code", caseFile);
        if (Typing.Words(typed?.OccurredAt) is { } when) yield return ("When", when);
        if (Typing.Words(typed?.Answers) is { } answers) yield return ("Answers", answers);
    }

    private static IEnumerable<AdditionView> Additions(EscalationHistory history) =>
        from recorded in history.Events
        let addition = recorded.Event as AdditionMade
        where addition is not null
        select new AdditionView(recorded.Stamp.RecordedAt, Words(addition), addition.GotWorse);

    private static string? Words(AdditionMade addition)
    {
        var parts = new[]
        {
            addition.Resent?.EmergencyNow == true ? "“Emergency now” was pressed." : null,
            Typing.Words(addition.What),
            Typing.Words(addition.Resent?.Where) is { } where ? $"Where: {where}" : null,
        };
        var said = string.Join("\n\n", parts.OfType<string>());
        return said.Length == 0 ? null : said;
    }
}
