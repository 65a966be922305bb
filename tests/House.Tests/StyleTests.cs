using System.Text.RegularExpressions;

namespace Safeguard.House.Tests;

/// <summary>Style is a failing check with the fix in its message.</summary>
public sealed partial class StyleTests
{
    private const int LongestFile = 250;
    private const int LongestLine = 120;

    private static readonly string[] Product = ["src"];
    private static readonly string[] Code = ["src", "tests", "scripts"];

    [Fact]
    public void A_file_is_read_in_one_sitting()
    {
        Repository.Under(Product, ".cs", ".razor")
            .Select(file => (file.Path, Lines: file.Text.Count(letter => letter == '\n')))
            .Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.Path}: {file.Lines} lines")
            .ShouldBeNone($"Over {LongestFile} lines (200 is the aim): give the second subject a file of its own.");
    }

    [Fact]
    public void A_line_fits_the_screen()
    {
        // The yardstick's SQL is a copy as it was given: pgbench reads one command a line.
        var ours = Repository.Under(Code, ".cs", ".razor", ".sh").Concat(Repository.Under(Product, ".sql"));
        Places(ours, line => line.Length > LongestLine)
            .ShouldBeNone($"Over {LongestLine} columns: break the line where the sentence breaks.");
    }

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment()
    {
        Places(Repository.Under(Code, ".cs", ".razor", ".sql", ".sh", ".js", ".css"), LeftForLater().IsMatch)
            .ShouldBeNone("Do it now, or write it where work to come is listed; the code says only what is so.");
    }

    [Fact]
    public void No_test_is_left_out()
    {
        Places(Repository.Under(["tests"], ".cs"), LeftOut().IsMatch)
            .ShouldBeNone("A test that does not run proves nothing: mend it, or take it away and say so.");
    }

    [Fact]
    public void No_region_hides_code()
    {
        Places(Repository.Under(Code, ".cs", ".razor"), Region().IsMatch)
            .ShouldBeNone("A region hides what is too long: give it a file or a method with a name.");
    }

    [Fact]
    public void A_type_is_named_for_what_it_is()
    {
        Places(Repository.Under(Product, ".cs", ".razor"), EmptyName().IsMatch)
            .Concat(Places(
                Repository.Under(["src/Api", "src/EventStore", "src/Projections"], ".cs"), NamedService().IsMatch))
            .ShouldBeNone("Manager, Helper, Service, Dto, Util say nothing: use the domain's word for what it does.");
    }

    [Fact]
    public void Every_text_ends_its_last_line_and_uses_plain_line_feeds()
    {
        Repository.Files.Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .Where(file => file.Text.Length > 0 && (!file.Text.EndsWith('\n') || file.Text.Contains('\r')))
            .Select(file => file.Path)
            .ShouldBeNone("End the last line, and use line feeds only (see .editorconfig).");
    }

    private static IEnumerable<string> Places(IEnumerable<SourceFile> files, Func<string, bool> isFault) =>
        from file in files
        from line in file.Lines
        where isFault(line.Line)
        select $"{file.Path}:{line.Number}: {line.Line.Trim()}";

    // The words are put together here so that this file keeps the rule that it checks.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b|NotImplemented" + "Exception")]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"\bSk" + @"ip(When|Unless)?\s*=|\bExpl" + @"icit\s*=\s*true|Assert\.Sk" + "ip")]
    private static partial Regex LeftOut();

    [GeneratedRegex(@"^\s*#(end)?region\b")]
    private static partial Regex Region();

    [GeneratedRegex(@"\b(class|record|struct|interface)\s+\w*(Manager|Helper|Dto|Utils?)\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\b(class|record|struct|interface)\s+\w+Service\b")]
    private static partial Regex NamedService();
}
