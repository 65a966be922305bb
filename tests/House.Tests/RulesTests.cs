using System.Text.RegularExpressions;

namespace Safeguard.House.Tests;

/// <summary>
/// docs/rules.md says which rules the product keeps and which tests prove each, and says neither too much.
/// </summary>
public sealed partial class RulesTests
{
    private const string Page = "docs/rules.md";
    private const string HowToWrite = "The last column is written by: SAFEGUARD_WRITE_DOCS=1 ./test.sh House";

    [Fact]
    public void Every_rule_in_code_is_on_the_page_under_the_same_words()
    {
        var inCode = InCode().Matches(Repository.Read("src/Domain/Rule.cs"))
            .Select(rule => $"{rule.Groups["number"].Value} {rule.Groups["name"].Value}");
        Rows().Select(row => $"{row.Number} {row.Name}").ShouldBe(inCode);
    }

    [Fact]
    public void Every_rule_is_claimed_or_comes_later()
    {
        Rows().Where(row => row.Status is not ("claimed" or "later")).Select(row => $"{row.Number}: {row.Status}")
            .ShouldBeNone("A rule is kept today (claimed) or it is not built yet (later).");
    }

    [Fact]
    public void A_claimed_rule_has_a_test_that_proves_it()
    {
        var proofs = Proofs();
        Rows().Where(row => row.Status is "claimed" && !proofs.ContainsKey(row.Number)).Select(row => row.Number)
            .ShouldBeNone("Mark the test that proves it with [Trait(\"Rule\", \"…\")], or say later.");
    }

    [Fact]
    public void A_test_proves_only_rules_that_there_are()
    {
        Proofs().Keys.Except(Rows().Select(row => row.Number), StringComparer.Ordinal)
            .ShouldBeNone("A test names a rule that is not on the page.");
    }

    [Fact]
    public void The_page_lists_exactly_the_tests_that_prove_each_rule()
    {
        if (Environment.GetEnvironmentVariable("SAFEGUARD_WRITE_DOCS") is "1") WritePage();
        var proofs = Proofs();
        Rows().Where(row => row.Tests != Listed(row.Number, proofs))
            .Select(row => $"{row.Number}: {Listed(row.Number, proofs)}")
            .ShouldBeNone(HowToWrite);
    }

    private static void WritePage()
    {
        var proofs = Proofs();
        var page = Row().Replace(Repository.Read(Page), row =>
        {
            var tests = Listed(row.Groups["number"].Value, proofs);
            var rest = $"| {row.Groups["number"].Value} | {row.Groups["text"].Value} | {row.Groups["status"].Value} |";
            return tests.Length == 0 ? $"{rest} |" : $"{rest} {tests} |";
        });
        File.WriteAllText(Path.Combine(Repository.Root, Page), page);
    }

    private static IReadOnlyList<RuleRow> Rows() =>
    [
        .. Row().Matches(Repository.Read(Page)).Select(row => new RuleRow(
            row.Groups["number"].Value,
            Name().Match(row.Groups["text"].Value).Groups["name"].Value,
            row.Groups["status"].Value,
            row.Groups["tests"].Value.Trim())),
    ];

    /// <summary>By rule, the classes that prove it, as <c>Domain.RaiseEscalationTests</c>.</summary>
    private static Dictionary<string, SortedSet<string>> Proofs()
    {
        var proofs = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var file in Repository.Under(["tests"], ".cs"))
        {
            foreach (Match trait in Trait().Matches(file.Text))
            {
                var rule = trait.Groups["rule"].Value;
                if (!proofs.TryGetValue(rule, out var classes))
                {
                    proofs[rule] = classes = new SortedSet<string>(StringComparer.Ordinal);
                }

                var project = file.Path.Split('/')[1].Replace(".Tests", "", StringComparison.Ordinal);
                classes.Add($"{project}.{Owner(trait, file)}");
            }
        }

        return proofs;
    }

    /// <summary>An attribute at the start of a line stands before its class, an indented one inside of it.</summary>
    private static string Owner(Match trait, SourceFile file) =>
        trait.Groups["indent"].Length == 0
            ? Class().Match(file.Text, trait.Index).Groups["name"].Value
            : Class().Matches(file.Text[..trait.Index])[^1].Groups["name"].Value;

    private static string Listed(string rule, Dictionary<string, SortedSet<string>> proofs) =>
        proofs.TryGetValue(rule, out var classes) ? string.Join(", ", classes) : "";

    [GeneratedRegex(@"^\| (?<number>R\d+) \| (?<text>[^|]*) \| (?<status>[^|]*) \|(?<tests>[^|\n]*)\|$",
        RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\*\*(?<name>[^*]+)\*\*")]
    private static partial Regex Name();

    [GeneratedRegex(@"<summary>(?<name>[^<]+)</summary>\s*(?<number>R\d+)\b")]
    private static partial Regex InCode();

    [GeneratedRegex(@"^(?<indent>[ \t]*)\[.*\bTrait\(""Rule"", ""(?<rule>[^""]+)""\)", RegexOptions.Multiline)]
    private static partial Regex Trait();

    [GeneratedRegex(@"\bclass (?<name>\w+)")]
    private static partial Regex Class();

    private sealed record RuleRow(string Number, string Name, string Status, string Tests);
}
