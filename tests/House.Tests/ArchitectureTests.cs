using System.Reflection;
using System.Xml.Linq;

namespace Safeguard.House.Tests;

/// <summary>Dependencies point one way: Api → Projections → EventStore; Api, Projections → Domain → nothing.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["EventStore"] = [],
        ["Projections"] = ["Domain", "EventStore"],
        ["Api"] = ["Domain", "EventStore", "Projections"],
    };

    private static readonly Dictionary<string, string[]> MayInstall = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["EventStore"] = ["Npgsql"],
        ["Projections"] = ["Npgsql"],
    };

    public static TheoryData<string> Projects => [.. MayUse.Keys];

    [Fact]
    public void Every_project_of_the_product_has_its_place_in_the_one_direction()
    {
        Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName)
            .Where(name => !MayUse.ContainsKey(name!)).Select(name => $"src/{name}")
            .ShouldBeNone("A project under src that this test does not know: say here what it may use.");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_lies_below_it(string project)
    {
        References(project, "ProjectReference").Select(path => path.Split('/', '\\')[^2])
            .Where(used => !MayUse[project].Contains(used))
            .Select(used => $"src/{project} → src/{used}")
            .ShouldBeNone("A reference against the one direction: move the shared piece down, or pass the value in.");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void What_is_compiled_uses_only_what_lies_below_it(string project)
    {
        Compiled(project).GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(IsOurs).Select(name => name.Split('.')[^1])
            .Where(used => !MayUse[project].Contains(used, StringComparer.OrdinalIgnoreCase))
            .Select(used => $"src/{project} → src/{used}")
            .ShouldBeNone("Compiled against the one direction: move the shared piece down, or pass the value in.");
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("EventStore")]
    [InlineData("Projections")]
    public void A_project_installs_only_the_packages_that_it_may(string project)
    {
        References(project, "PackageReference")
            .Where(package => !MayInstall[project].Contains(package))
            .Select(package => $"src/{project} installs {package}")
            .ShouldBeNone("The inner projects stand on the framework: do it in src/Api and pass the result in.");
    }

    [Fact]
    public void The_domain_is_compiled_against_nothing_but_the_framework()
    {
        Compiled("Domain").GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || DoesInputOrOutput(name))
            .ShouldBeNone("The domain is pure: no package, no network, no file, no database.");
    }

    private static bool IsOurs(string assembly) =>
        assembly.StartsWith("Safeguard", StringComparison.OrdinalIgnoreCase);

    private static bool DoesInputOrOutput(string assembly) =>
        new[] { "System.Net", "System.IO", "System.Data", "System.Diagnostics.Process" }
            .Any(prefix => assembly.StartsWith(prefix, StringComparison.Ordinal));

    private static Assembly Compiled(string project) => Assembly.LoadFrom(
        Path.Combine(AppContext.BaseDirectory, project is "Api" ? "safeguard.dll" : $"Safeguard.{project}.dll"));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Parse(Repository.Read($"src/{project}/Safeguard.{project}.csproj"))
            .Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);
}
