using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>
/// A record's events for an auditor's page: every one of them, called by its own name, with the facts that it holds and
/// no words. Nothing is told in another's words here, so nothing can be left out by the telling.
/// </summary>
internal sealed partial class AuditStory(Pseudonyms people, PageClock clock)
{
    /// <summary>Said beside every event already, or of use to machines alone.</summary>
    private static readonly string[] Unsaid = ["n", "event", "at", "occurredAt", "by", "role"];

    private static readonly Dictionary<Type, (IconName Icon, Tone Tone)> Signs = new()
    {
        [typeof(EscalationRaised)] = (IconName.Octagon, Tone.Alarm),
        [typeof(EscalationReopened)] = (IconName.Octagon, Tone.Alarm),
        [typeof(PageSent)] = (IconName.Bell, Tone.Plain),
        [typeof(PageFailed)] = (IconName.Bell, Tone.Warn),
        [typeof(DeadlineMissed)] = (IconName.Bang, Tone.Alarm),
        [typeof(CaseDeadlineMissed)] = (IconName.Bang, Tone.Alarm),
        [typeof(DeadlineExplained)] = (IconName.Pen, Tone.Plain),
        [typeof(CaseDeadlineExplained)] = (IconName.Pen, Tone.Plain),
        [typeof(Acknowledged)] = (IconName.Tick, Tone.Done),
        [typeof(ContactMade)] = (IconName.Phone, Tone.Done),
        [typeof(ContactLogged)] = (IconName.Speech, Tone.Plain),
        [typeof(EscalationClosed)] = (IconName.Lock, Tone.Done),
        [typeof(CaseFileOpened)] = (IconName.File, Tone.Plain),
        [typeof(CaseFileClosed)] = (IconName.Lock, Tone.Done),
    };

    public AuditEntry Entry(Recorded recorded)
    {
        var (icon, tone) = Signs.GetValueOrDefault(recorded.Event.GetType(), (IconName.Arrow, Tone.Plain));
        var facts = AuditedEvent.Of(recorded);
        var by = AuditedEvent.IsWithheld(recorded.Event)
            ? "Who it was is for the Coordinators to know."
            : $"{Sentence.Capital(people.Of(recorded.Stamp.By))}.";
        return new(
            (int)recorded.Version, icon, tone, Words(recorded.Event.GetType().Name), recorded.Stamp.RecordedAt,
            recorded.Stamp.OccurredAt, by, Facts(facts));
    }

    /// <summary>"page sent" of <c>PageSent</c>, as a heading.</summary>
    internal static string Words(string name) =>
        Sentence.Capital(Humps().Replace(name, " $0").Trim().ToLowerInvariant());

    private List<AuditFact> Facts(JsonObject facts) =>
    [
        .. from field in facts
           where !Unsaid.Contains(field.Key, StringComparer.Ordinal)
           let said = Said(field.Value)
           where said.Length > 0
           select new AuditFact(Words(Sentence.Capital(field.Key)), said),
    ];

    /// <summary>What is made of parts of its own (the ladder) is for machines, and ids of parts say nothing.</summary>
    private string Said(JsonNode? value) => value switch
    {
        JsonArray list => Sentence.List(list.Select(Said).Where(said => said.Length > 0)),
        JsonValue one => one.GetValueKind() switch
        {
            JsonValueKind.String => Text(one.GetValue<string>()),
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            _ => one.ToString(),
        },
        _ => "",
    };

    private string Text(string text)
    {
        if (people.Knows(text)) return people.Of(new(text));
        if (Guid.TryParse(text, out _)) return "";
        return text.EndsWith('Z') && DateTimeOffset.TryParse(
            text, System.Globalization.CultureInfo.InvariantCulture, out var moment)
            ? clock.Full(moment, seconds: true)
            : text;
    }

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Humps();
}

/// <summary>One event on an auditor's page.</summary>
/// <param name="Number">Its place in the record, from 1; its address on the page is <c>#event-N</c>.</param>
/// <param name="By">Who did it, by role and id.</param>
public sealed record AuditEntry(
    int Number, IconName Icon, Tone Tone, string Title, DateTimeOffset RecordedAt, DateTimeOffset OccurredAt, string By,
    IReadOnlyList<AuditFact> Facts);

public sealed record AuditFact(string Label, string Value);
