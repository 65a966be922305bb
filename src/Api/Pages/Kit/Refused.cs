namespace Safeguard.Api.Pages.Kit;

/// <summary>A form that was not accepted, to be shown again with everything that was typed.</summary>
/// <param name="Form">The name of the form on its page: "raise", "contact", "closure".</param>
/// <param name="Faults">One for each thing to put right. The first words of the page are these.</param>
/// <param name="Typed">What was typed, by field name.</param>
/// <param name="Code">
/// The stable code of the rule that refused (<c>supervision.lapsed</c>); null for a malformed form.
/// </param>
public sealed record Refused(
    string Form, IReadOnlyList<Fault> Faults, IReadOnlyDictionary<string, string> Typed, string? Code = null)
{
    /// <summary>What did not happen, said first.</summary>
    public string Heading { get; init; } = "Nothing has been saved yet";

    /// <summary>What was typed into a form that is not on the page any more: to be read and copied.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Fields that nobody typed into.</summary>
    private static readonly string[] Unseen = ["id", "command", "version", "returnTo"];

    /// <summary>The same on a page that does not hold its form any more.</summary>
    public Refused Homeless() => this with
    {
        Form = "main",
        Faults = [.. Faults.Select(fault => fault with { Field = null })],
        Words = [.. Typed.Where(IsProse).Select(field => field.Value)],
    };

    /// <summary>Several words; one alone is a choice.</summary>
    private static bool IsProse(KeyValuePair<string, string> field) =>
        !Unseen.Contains(field.Key, StringComparer.Ordinal) && field.Value.Trim().Any(char.IsWhiteSpace);
}

/// <param name="Field">The field it is about; null where it is about the whole form.</param>
public sealed record Fault(string? Field, string Message);

/// <summary>One form on a page: the ids of its fields, and what comes back into them when it was refused.</summary>
public sealed record FormView(string Name, Refused? Refused)
{
    private Refused? Mine => Refused?.Form == Name ? Refused : null;

    public bool IsRefused => Mine is not null;

    public string Id(string field) => $"{Name}-{field.Replace('[', '-').Replace("].", "-", StringComparison.Ordinal)}";

    public string? Typed(string field) => Mine?.Typed.GetValueOrDefault(field);

    public string? FaultIn(string field) => Mine?.Faults.FirstOrDefault(fault => fault.Field == field)?.Message;

    /// <summary>
    /// The ids of what explains a field, as <c>aria-describedby</c> wants them: the hint, then the error.
    /// </summary>
    public string? DescribedBy(string field, bool hint)
    {
        var id = Id(field);
        return (hint, FaultIn(field)) switch
        {
            (true, null) => $"{id}-hint",
            (true, _) => $"{id}-hint {id}-error",
            (false, null) => null,
            (false, _) => $"{id}-error",
        };
    }
}

/// <summary>One of several answers to a question.</summary>
public sealed record Choice(string Value, string Label);
