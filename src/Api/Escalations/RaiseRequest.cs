using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Escalations;

/// <summary>
/// A raise as it was sent, read with the greatest leniency: what can be read is read, what cannot is kept as typed and
/// asked about later (R1). Nothing in here refuses.
/// </summary>
public sealed partial record RaiseRequest(
    string? What, bool EmergencyNow, Band? Band, Answers Answers, PanelId? Panel, string? CaseFile, string? Where,
    DateTimeOffset? OccurredAt, AsTyped? AsTyped)
{
    /// <summary>From the fields of a form or of a JSON object, each as text.</summary>
    public static RaiseRequest Read(
        Func<string, string?> field, Institution institution, DateTimeOffset now)
    {
        var (band, bandTyped) = Try(field("band"), ReadBand);
        var (panel, panelTyped) = Try(field("panel"), text => ReadPanel(text, institution));
        var (caseFile, caseTyped) = Try(field("caseFile"), ReadCaseCode);
        var (occurredAt, whenTyped) = Try(field("occurredAt"), text => ReadMoment(text, institution, now));
        var danger = Try(field("inDangerNow"), ReadAnswer);
        var plan = Try(field("planOrMeans"), ReadAnswer);
        var alone = Try(field("alone"), ReadAnswer);
        var answersTyped = string.Join("; ", new[] { danger.Typed, plan.Typed, alone.Typed }.Where(x => x is not null));
        var typed = new AsTyped(
            Confidential.From(bandTyped), Confidential.From(panelTyped), Confidential.From(caseTyped),
            Confidential.From(whenTyped), Confidential.From(answersTyped));
        return new(
            field("what"), IsYes(field("emergencyNow")), band, new(danger.Read, plan.Read, alone.Read), panel, caseFile,
            field("where"), occurredAt, typed == new AsTyped(null, null, null, null, null) ? null : typed);
    }

    /// <summary>
    /// A JSON object's own fields as text, those of <c>answers</c> among them; other shapes as they were written.
    /// </summary>
    public static Func<string, string?> Fields(JsonElement body) => name =>
    {
        if (body.TryGetProperty(name, out var value)) return Text(value);
        return body.TryGetProperty("answers", out var answers) && answers.ValueKind == JsonValueKind.Object
            && answers.TryGetProperty(name, out var answer)
                ? Text(answer)
                : null;
    };

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => Whole(value),
        _ => value.GetRawText(),
    };

    /// <summary>
    /// The text; where a program cut it in the middle of a character, with a mark in the place of the half that is
    /// left.
    /// </summary>
    private static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return JsonSerializer.Deserialize<string>(HalfACharacter().Replace(value.GetRawText(), "\\ufffd"));
        }
    }

    [GeneratedRegex(
        @"\\u[dD][89aAbB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
        + @"|(?<!\\u[dD][89aAbB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HalfACharacter();

    private static bool IsYes(string? text) =>
        text?.Trim().ToUpperInvariant() is "TRUE" or "YES" or "ON" or "1";

    private static (T? Read, string? Typed) Try<T>(string? text, Func<string, T?> read)
    {
        if (string.IsNullOrWhiteSpace(text)) return (default, null);
        var value = read(text.Trim());
        return value is null ? (default, text.Trim()) : (value, null);
    }

    /// <summary>"Not sure" is an answer like any other: no band given, so the default applies (R6).</summary>
    private static Band? ReadBand(string text) =>
        char.IsAsciiLetter(text[0]) && Enum.TryParse<Band>(text, ignoreCase: true, out var band) ? band : null;

    private static Answer? ReadAnswer(string text) =>
        char.IsAsciiLetter(text[0]) && Enum.TryParse<Answer>(text, ignoreCase: true, out var answer) ? answer : null;

    private static PanelId? ReadPanel(string text, Institution institution)
    {
        var slug = new PanelId(text.ToLowerInvariant().Replace(' ', '-'));
        return institution.Panels.Any(panel => panel.Id == slug) ? slug : null;
    }

    /// <summary>
    /// Case files come in a later release: a code of the right shape, or an id, is kept as the reference it is.
    /// </summary>
    private static string? ReadCaseCode(string text) =>
        text.Length <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? text.ToUpperInvariant() : null;

    /// <summary>
    /// A year far from anybody's life is a slip to ask about, and the calendar's ends are too near to reckon with.
    /// </summary>
    private static DateTimeOffset? ReadMoment(string text, Institution institution, DateTimeOffset now)
    {
        if (text.Length > 40 || !char.IsAsciiDigit(text[0])) return null;
        var styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isLocal = text.Length is 16 or 19 && text[10] is 'T' or ' ' && !text.EndsWith('Z');
        if (isLocal && DateTime.TryParse(text, CultureInfo.InvariantCulture, out var local)
            && RequestReading.IsReadable(local.Year))
            return new InstitutionCalendar(institution.PolicyAt(now).TimeZone, []).Start(local);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, styles, out var moment)
            && RequestReading.IsReadable(moment.Year) ? moment : null;
    }
}
