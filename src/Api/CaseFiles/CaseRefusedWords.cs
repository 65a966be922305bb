using Safeguard.Api.Escalations;
using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.CaseFiles;

/// <summary>Why a form of a case file was refused, in words: one fault a problem, each at its field.</summary>
internal static class CaseRefusedWords
{
    /// <summary>What rules name that is no field of a form: the rule's own words say what to do about it.</summary>
    private static readonly string[] NotFields =
        ["state", "questions", "escalations", "referrals", "actions", "disclosure", "secondName", "attempts"];

    public static Refused Of(Refused refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        List<Fault> faults = [.. refused.Faults.Select(fault => IsOfRule(fault) ? fault with { Field = null } : fault)];
        if (faults.Count < 2) return refused with { Faults = faults };
        // The first of several says what the rule wants; the others name the fields.
        return refused with
        {
            Faults =
            [
                .. faults.Where((fault, place) => place == 0 || fault.Field is not null).Select((fault, place) =>
                    place > 0 && string.IsNullOrWhiteSpace(refused.Typed.GetValueOrDefault(fault.Field!))
                        ? fault with { Message = Words(refused.Form, fault.Field!) }
                        : fault),
            ],
        };
    }

    private static bool IsOfRule(Fault fault) =>
        fault.Field is { } field && NotFields.Contains(field, StringComparer.Ordinal);

    private static string Words(string form, string field) => (form, field) switch
    {
        ("resolution", "reason") => "Choose why it is finished",
        ("resolution", "duplicateOf") => "Write the other file’s code",
        ("resolution", _) => RefusedWords.Closing(field),
        (_, "mode") => "Choose how",
        (_, "minutes") => "Say how many minutes",
        (_, "note") => "Write what matters",
        (_, "what") => "Write what",
        (_, "toWhom") => "Write with whom",
        (_, "why") => "Write why",
        (_, "grounds") => "Write why it was right without agreement",
        (_, "decidedBy" or "secondedBy") => "Choose a senior person",
        (_, "from") => "Write whom it came from",
        (_, "words") => "Write what it says",
        (_, "reason") => "Write why",
        (_, "question") => "Write what you need to know",
        (_, "of" or "to") => "Choose a person",
        (_, "service") => "Choose a service",
        ("offer", "summary") => "Write what the student needs",
        _ => "Fill this in",
    };
}
