using System.Text.RegularExpressions;

namespace Safeguard.House.Tests;

/// <summary>The pages of documentation point at what is there.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_link_between_pages_leads_somewhere()
    {
        var links = from file in Repository.Files
                    where file.Path.EndsWith(".md", StringComparison.Ordinal)
                    from Match link in Link().Matches(file.Text)
                    let target = link.Groups["target"].Value
                    where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
                    let path = Path.Combine(Path.GetDirectoryName(file.Path)!, target.Split('#')[0])
                    where !Path.Exists(Path.Combine(Repository.Root, path))
                    select $"{file.Path} → {target}";
        links.ShouldBeNone("A link that leads nowhere: mend it, or write the page.");
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
