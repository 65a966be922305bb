using System.Text.RegularExpressions;

namespace Safeguard.House.Tests;

/// <summary>One name finds the whole feature: command with rules, endpoint, page, tests.</summary>
public sealed partial class SearchRuleTests
{
    [Fact]
    public void Every_command_lies_in_a_file_of_its_name()
    {
        Commands().Where(command => !command.File.Path.EndsWith($"/{command.Name}.cs", StringComparison.Ordinal))
            .Select(command => $"{command.Name} in {command.File.Path}")
            .ShouldBeNone("A command is found by its name: give it a file of that name.");
    }

    [Fact]
    public void Every_command_is_named_by_a_test_of_the_domain()
    {
        var tests = Repository.Under(["tests/Domain.Tests"], ".cs").ToList();
        Commands().Where(command => !tests.Any(test => Regex.IsMatch(test.Text, $@"\b{command.Name}\b")))
            .Select(command => command.File.Path)
            .ShouldBeNone("No test under tests/Domain.Tests names this command: write one per arm of its Decide.");
    }

    /// <summary>A command is what a pure Decide takes first.</summary>
    private static IEnumerable<(string Name, SourceFile File)> Commands() =>
        from file in Repository.Under(["src/Domain"], ".cs")
        from Match decide in Decide().Matches(file.Text)
        select (decide.Groups["command"].Value, file);

    [GeneratedRegex(@"public static Decision<\w+> Decide\(\s*(?<command>[A-Z]\w+) ")]
    private static partial Regex Decide();
}
