using System.Text.RegularExpressions;

namespace Safeguard.House.Tests;

/// <summary>docs/refusals.md lists every code that the domain can answer with: programs outside rely on them.</summary>
public sealed partial class RefusalsTests
{
    private const string Page = "docs/refusals.md";
    private const string TableStart = "| code | status | rule | says |\n|---|---|---|---|\n";

    [Fact]
    public void The_page_lists_every_refusal_as_the_code_has_it()
    {
        var page = Repository.Read(Page);
        var head = page[..(page.IndexOf(TableStart, StringComparison.Ordinal) + TableStart.Length)];
        var expected = head + string.Concat(Refusals().Select(refusal => refusal.Row + "\n"));
        if (Environment.GetEnvironmentVariable("SAFEGUARD_WRITE_DOCS") is "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Page), expected);
            page = expected;
        }

        page.ShouldBe(expected, "The table is written by: SAFEGUARD_WRITE_DOCS=1 ./test.sh House");
    }

    [Fact]
    public void A_code_belongs_to_one_refusal()
    {
        Refusals().GroupBy(refusal => refusal.Code, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(refusal => refusal.File))}")
            .ShouldBeNone("Two refusals share a code: say the second fact with a code of its own, or share the type.");
    }

    [Fact]
    public void Every_refusal_says_more_than_that_it_refuses()
    {
        Refusals().Where(refusal => refusal.Says.Length > 0 && !refusal.Says.EndsWith('.'))
            .Select(refusal => $"{refusal.Code}: {refusal.Says}")
            .ShouldBeNone("A refusal is sentences in plain words, and ends with what to do next.");
    }

    private static List<Refusal> Refusals() =>
    [
        .. (from file in Repository.Under(["src/Domain"], ".cs")
            from Match code in Code().Matches(file.Text)
            select new Refusal(
                code.Groups["code"].Value,
                Status(file.Text, code.Index),
                Rules(code.Groups["rule"].Value),
                Regex.Unescape(string.Concat(code.Groups["says"].Captures.Select(part => part.Value))),
                file.Path)).OrderBy(refusal => refusal.Code, StringComparer.Ordinal),
    ];

    private static string Rules(string expression)
    {
        var named = RuleNumber().Matches(expression).Select(rule => rule.Groups["number"].Value).ToList();
        if (named.Count > 0) return string.Join(" or ", named);
        return expression is "Rule.None" ? "" : "as it applies";
    }

    /// <summary>The kind that the refusal's own record declares, as HTTP says it; 409 where it declares none.</summary>
    private static int Status(string text, int at)
    {
        var next = text.IndexOf("public sealed record", at, StringComparison.Ordinal);
        var body = next < 0 ? text[at..] : text[at..next];
        return Kind().Match(body).Groups["kind"].Value switch
        {
            "RoleMayNot" => 403,
            "NotThere" => 404,
            "SaysNothing" => 422,
            _ => 409,
        };
    }

    /// <summary>A code, its rule, and the words where they are literals, put together with a plus or not.</summary>
    [GeneratedRegex(
        @"(?:Rejection|base)\(\s*""(?<code>[a-z]\w*\.[\w.]+)"",\s*(?<rule>[^,\n]+),\s*"
        + @"(?:""(?<says>(?:[^""\\]|\\.)*)""\s*\+?\s*)*")]
    private static partial Regex Code();

    [GeneratedRegex(@"Rule\.(?<number>R\d+)")]
    private static partial Regex RuleNumber();

    [GeneratedRegex(@"override RejectionKind Kind => RejectionKind\.(?<kind>\w+)")]
    private static partial Regex Kind();

    private sealed record Refusal(string Code, int Status, string Rule, string Says, string File)
    {
        public string Row => $"| `{Code}` | {Status} | {Rule} | {Says} |";
    }
}
