namespace Safeguard.Api.Import;

/// <summary>Collects what an import has to say, without what may be personal.</summary>
internal sealed class Findings
{
    /// <summary>Columns whose values are personal: never repeated in a report, a log or on a screen.</summary>
    private static readonly HashSet<string> Personal =
        new(StringComparer.Ordinal) { "name", "email", "phone", "reason" };

    /// <summary>Characters of a value shown in a report.</summary>
    private const int MaxShown = 80;

    /// <summary>As many digits as the shortest British phone number; no id or date of the files has more.</summary>
    private const int DigitsOfAPhoneNumber = 10;

    private readonly List<BadRow> _bad = [];
    private readonly List<Remark> _remarks = [];

    public IReadOnlyList<BadRow> BadRows => _bad;

    public IReadOnlyList<Remark> Remarks => _remarks;

    public int BadCount { get; private set; }

    public int RemarkCount { get; private set; }

    /// <summary>The same findings, to add to without changing these: one parsing serves many plans.</summary>
    public Findings Copy()
    {
        var copy = new Findings { BadCount = BadCount, RemarkCount = RemarkCount };
        copy._bad.AddRange(_bad);
        copy._remarks.AddRange(_remarks);
        return copy;
    }

    public void Add(ImportSource source)
    {
        foreach (var bad in source.Bad) Bad(bad.File, bad.Line, bad.Column, bad.Why);
        foreach (var remark in source.Remarks) Remark(remark.File, remark.Line, remark.What);
    }

    public void Bad(string file, int line, string? column, string why, string? value = null)
    {
        BadCount++;
        if (_bad.Count < ImportLimits.MaxListed) _bad.Add(new BadRow(file, line, column, Shown(column, value), why));
    }

    public void Remark(string file, int line, string what)
    {
        RemarkCount++;
        if (_remarks.Count < ImportLimits.MaxListed) _remarks.Add(new Remark(file, line, what));
    }

    public static string Shorten(string text) => text.Length <= MaxShown ? text : text[..MaxShown] + "…";

    /// <summary>A slipped column puts an address or a number anywhere: what looks like one is not shown.</summary>
    private static string? Shown(string? column, string? value)
    {
        if (value is null || column is null || Personal.Contains(column)) return null;
        var looksPersonal = value.Contains('@', StringComparison.Ordinal)
            || (value.Count(char.IsAsciiDigit) >= DigitsOfAPhoneNumber && !value.Contains('-', StringComparison.Ordinal)
                && !value.Contains('/', StringComparison.Ordinal));
        return looksPersonal ? null : Shorten(value);
    }
}
