using System.Globalization;
using Safeguard.Api.Demo;
using Safeguard.Api.Import;
using Safeguard.Domain;
using Safeguard.Projections;

namespace Safeguard.Api.Hosting;

/// <summary>What a first start loads: the files it was given, or the demo institution made around today.</summary>
public static class FirstStart
{
    private const string DemoName = "Larkfield";

    public static async Task ImportAsync(
        IServiceProvider parts, string directory, TextWriter says, CancellationToken cancel)
    {
        await says.WriteLineAsync("Loading the institution …");
        var source = await ImportDirectory.ReadAsync(directory, cancel);
        await RunAsync(parts, source, NameOf(directory), says, cancel);
    }

    public static async Task LoadDemoAsync(IServiceProvider parts, TextWriter says, CancellationToken cancel)
    {
        await says.WriteLineAsync("Loading the demo institution …");
        var now = parts.GetRequiredService<TimeProvider>().GetUtcNow();
        await RunAsync(parts, DemoInstitution.At(now), DemoName, says, cancel);
        await DemoEscalation.RaiseAsync(parts);
        await DemoCaseFiles.OpenAsync(parts);
    }

    private static async Task RunAsync(
        IServiceProvider parts, ImportSource source, string name, TextWriter says, CancellationToken cancel)
    {
        var report = await parts.GetRequiredService<Importing>().RunAsync(source, Caller.System, dryRun: false, cancel);
        await says.WriteLineAsync(report.ToText());
        if (!report.IsGood) throw new StartRefusedException(
            "The first import has bad rows; mend them and start again.");
        await parts.GetRequiredService<Settings>().SetAsync(Settings.InstitutionName, name, cancel);
    }

    /// <summary>
    /// The directory's name is the institution's until somebody says otherwise: <c>wexcombe</c>, Wexcombe.
    /// </summary>
    private static string NameOf(string directory)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
        return CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Replace('-', ' '));
    }
}
