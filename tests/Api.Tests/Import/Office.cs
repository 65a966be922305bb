using Safeguard.Api.Import;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Tests.Import;

/// <summary>A programme office that exports its files and imports them.</summary>
internal static class Office
{
    /// <summary>A Friday in term, in winter time; the registers of the data end on it.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static string WexcombeDirectory { get; } = Path.Combine(AppContext.BaseDirectory, "Data", "wexcombe");

    public static async Task<ImportFiles> Wexcombe() => ImportFiles.Parse(
        await ImportDirectory.ReadAsync(WexcombeDirectory, TestContext.Current.CancellationToken));

    public static ImportFiles Files(params (string Name, string Text)[] files) => ImportFiles.Parse(
        new ImportSource([.. files.Select(file => new ImportFile(file.Name, file.Text))], [], []));

    /// <summary>The institution once all of it is stored, and how many events that took.</summary>
    public static (Institution After, int Events) Import(
        this Institution institution, ImportFiles files, DateTimeOffset? now = null)
    {
        var moment = now ?? Noon;
        var (appends, report) = ImportPlan.For(files, institution, moment);
        report.Bad.ShouldBeEmpty();
        var after = institution;
        foreach (var planned in appends.SelectMany(append => append.Events))
            after = after.Apply(
                planned.Event, new Stamp(PersonId.System, Role: null, moment, planned.OccurredAt, PolicyVersion: 0));
        return (after, appends.Sum(append => append.Events.Count));
    }

    public static Institution Told(this Institution institution, object happened, DateTimeOffset? at = null) =>
        institution.Apply(
            happened, new Stamp(new PersonId("we0007"), Role.Coordinator, at ?? Noon, at ?? Noon, PolicyVersion: 0));
}
