using System.Text.RegularExpressions;

namespace Safeguard.House.Tests;

/// <summary>A clone works anywhere, so it names neither its place nor where packages came from.</summary>
public sealed partial class NothingOfThisMachineTests
{
    /// <summary>Folders that every machine has, so that naming one names no machine.</summary>
    private static readonly string[] FoundEverywhere =
        ["usr", "var", "tmp", "opt", "etc", "srv", "dev", "proc", "run", "home", "root", "app", "Users", "private"];

    [Fact]
    public void No_file_names_the_folder_that_this_checkout_lies_in()
    {
        var places = new List<string> { Repository.Root + "/" };
        var first = Repository.Root.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (first is not null && !FoundEverywhere.Contains(first)) places.Add($"/{first}/");
        Find(line => places.Any(place => Regex.IsMatch(line, @"(?<![\w.*/}])" + Regex.Escape(place))))
            .ShouldBeNone("A path of this machine: say it relative to the root of the clone.");
    }

    [Fact]
    public void No_file_names_somebodys_home()
    {
        Find(HomeFolder().IsMatch).ShouldBeNone("A path in somebody's home: say it relative to the root of the clone.");
    }

    [Fact]
    public void No_file_names_where_packages_come_from()
    {
        Find(Registry().IsMatch).ShouldBeNone("Name the package, never the host that serves it.");
    }

    private static IEnumerable<string> Find(Func<string, bool> isFault) =>
        from file in Repository.Files
        from line in file.Lines
        where isFault(line.Line)
        select $"{file.Path}:{line.Number}: {line.Line.Trim()[..Math.Min(line.Line.Trim().Length, 160)]}";

    // Put together here so that this file keeps the rule that it checks.
    [GeneratedRegex(@"(?<![\w.])(/ho" + @"me/[a-z]|/Us" + @"ers/[a-z]|/ro" + @"ot/|[A-Z]:\\Users\\)")]
    private static partial Regex HomeFolder();

    [GeneratedRegex(@"https?://[a-z0-9.-]*(npm|nuget|debian|pypi|unpkg|jsdelivr|cdnjs)[a-z0-9.-]*"
        + @"|\b(registry\.np" + @"mjs|api\.nu" + @"get|deb\.deb" + @"ian|archive\.ubu" + @"ntu)\b")]
    private static partial Regex Registry();
}
