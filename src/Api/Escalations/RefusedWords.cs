using System.Globalization;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Escalations;

/// <summary>Why a form of an escalation was refused, in words: one fault a problem, each at its field.</summary>
internal static class RefusedWords
{
    /// <summary>What <c>NotReadyToClose</c> names that is no field of the form.</summary>
    private static readonly string[] NotFields =
        ["state", "questions", "actions", "disclosure", "contact", "acknowledgement"];

    public static Refused Of(string form, Problem problem, IFormCollection typed, PageClock clock)
    {
        List<Fault> faults = problem.Faults is { Count: > 0 } read
            ? [.. read.Select(fault => Friendly(form, fault, typed))]
            : OfRule(form, problem, clock);
        var code = problem.Faults is null ? problem.Code : null;
        return new Refused(form, faults, TypedDecisions.Compact(FormBody.Typed(typed)), code)
        {
            Heading = form switch
            {
                "add" or "worse" => "Nothing has been sent yet",
                "closure" => "The record is not closed yet",
                _ => "Nothing has been saved yet",
            },
        };
    }

    private static List<Fault> OfRule(string form, Problem problem, PageClock clock)
    {
        var missing = problem.Missing ?? [];
        var fields = missing.Except(NotFields, StringComparer.Ordinal)
            .Select(field => new Fault(field, Words(form, field))).ToList();
        var isAllFields = fields.Count > 0 && fields.Count == missing.Count;
        if (isAllFields) return fields;
        var since = problem.Since is { } moment ? $" (Since {clock.Near(moment)}.)" : "";
        return [new Fault(null, problem.Detail + since), .. fields];
    }

    /// <summary>
    /// A choice that was not made is asked for in words; what was typed and cannot be read keeps its own.
    /// </summary>
    private static Fault Friendly(string form, Fault fault, IFormCollection typed) =>
        fault.Field is { } field && string.IsNullOrWhiteSpace(typed[field])
            ? fault with { Message = Words(form, field) }
            : fault;

    private static string Words(string form, string field) => (form, field) switch
    {
        ("contact", "mode") => "Choose how you spoke with them",
        ("emergency-services", "service") => "Choose who was called",
        ("questions", "of") => "Choose whom to ask",
        ("questions", "question") => "Write what you need to know",
        ("actions", "what") => "Write what was done, or what is to be done",
        ("disclosures", "what") => "Write what was shared, or what was not",
        ("disclosures", "toWhom") => "Write with whom",
        ("disclosures", "why") => "Write why",
        ("safe-for-now", _) => "Say what makes it safe for now",
        ("handover", "to") => "Choose who carries on, or say who it is outside the programme",
        ("handover", _) => "Say why, and what they know",
        ("transfer", _) => "Choose whom to ask",
        ("band", "band") => "Choose how soon",
        ("band", _) => "Say why less hurry is enough",
        ("explanations", "deadline") => "Choose which deadline",
        ("explanations", _) => "Say what got in the way",
        ("reopening", _) => "Say what has changed",
        ("closure", _) => Closing(field),
        ("add", _) => "Write what you remember",
        (_, "answer") => "Write your answer",
        _ => "Fill this in",
    };

    /// <summary>Parts of the record of the end (R20).</summary>
    internal static string Closing(string field) => field switch
    {
        "summary" => "Say what happened, in short",
        "followUp" => "Say how it was followed up and resolved",
        "outcome" => "Say what the outcome was",
        "told" => "Say who was told. If nobody, say so",
        "decisions" => "Write at least one decision with its reason",
        _ when !field.StartsWith("decisions[", StringComparison.Ordinal) => "Fill this in",
        _ when field.EndsWith(".reason", StringComparison.Ordinal) => $"Say why, for decision {Row(field)}",
        _ => $"Write decision {Row(field)}",
    };

    /// <summary>Rows are counted from 1 on the page.</summary>
    private static int Row(string field) =>
        int.TryParse(field.Split('[', ']')[1], CultureInfo.InvariantCulture, out var row) ? row + 1 : 1;
}

/// <summary>The rows of decisions as they were typed.</summary>
internal static class TypedDecisions
{
    private const string Prefix = "decisions[";

    /// <summary>Without the rows left empty, as the rule counts them, so that a fault finds its row.</summary>
    public static IReadOnlyDictionary<string, string> Compact(Dictionary<string, string> typed)
    {
        var rows = typed.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(field => (Row: RowOf(field.Key), Name: field.Key[(field.Key.IndexOf(']') + 1)..], field.Value))
            .GroupBy(field => field.Row).OrderBy(row => row.Key)
            .Where(row => row.Any(field => !string.IsNullOrWhiteSpace(field.Value))).ToList();
        foreach (var name in typed.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToList())
            typed.Remove(name);
        foreach (var (place, row) in rows.Index())
        {
            foreach (var field in row) typed[$"{Prefix}{place}]{field.Name}"] = field.Value;
        }

        return typed;
    }

    private static int RowOf(string name) =>
        int.TryParse(name.Split('[', ']')[1], CultureInfo.InvariantCulture, out var row) ? row : 0;
}
