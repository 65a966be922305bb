using Safeguard.Api.Demo;
using Safeguard.EventStore;
using Safeguard.Projections;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Hosting;

/// <summary>What happens between starting the process and taking the first request.</summary>
public static class Start
{
    public static Task MigrateAsync(IServiceProvider parts, CancellationToken cancel) =>
        new SchemaMigrator(
            parts.GetRequiredService<EventStoreOptions>(),
            parts.GetRequiredService<IReadOnlyList<SchemaFile>>())
            .MigrateAsync(cancel);

    /// <summary>Sets the clock, reads the directory, and on the first start loads an institution.</summary>
    public static async Task PrepareAsync(
        IServiceProvider parts, ServerSettings settings, TextWriter says, CancellationToken cancel)
    {
        await SetClockAsync(parts, settings, cancel);
        if (settings.Demo) await parts.GetRequiredService<DemoClock>().StoreAsync(cancel);
        var directory = parts.GetRequiredService<InstitutionDirectory>();
        await directory.LoadAsync(cancel);
        if (directory.Position == 0) await LoadFirstAsync(parts, settings, says, cancel);
        var name = await parts.GetRequiredService<Settings>().FindAsync(Settings.InstitutionName, cancel);
        if (name is not null) parts.GetRequiredService<Http.InstitutionName>().Value = name;
    }

    /// <summary>
    /// The demo has a clock of its own, and whatever asks what is due or late asks by it: the server, and every verb.
    /// </summary>
    public static async Task SetClockAsync(IServiceProvider parts, ServerSettings settings, CancellationToken cancel)
    {
        if (!settings.Demo) return;
        var log = parts.GetRequiredService<IEventLog>();
        var last = await log.LastPositionAsync(cancel);
        var events = last == 0 ? [] : await log.ReadAllAsync(last - 1, 1, cancel);
        await parts.GetRequiredService<DemoClock>()
            .ResumeAsync(settings.DemoStart, events.Count == 0 ? null : events[^1].RecordedAt, cancel);
    }

    private static async Task LoadFirstAsync(
        IServiceProvider parts, ServerSettings settings, TextWriter says, CancellationToken cancel)
    {
        if (settings.Import is { } path)
            await FirstStart.ImportAsync(parts, path, says, cancel);
        else if (settings.Demo)
            await FirstStart.LoadDemoAsync(parts, says, cancel);
    }

    public static async Task AnnounceAsync(ServerSettings settings, TextWriter says)
    {
        var url = settings.Urls.Split(';')[0];
        await says.WriteLineAsync();
        await says.WriteLineAsync($"Safeguard is ready: {url}");
        await says.WriteLineAsync(settings.Demo
            ? $"""
                 Sign in:    open {url}/sign-in and press anyone's button. No password: this is the demo.
                 Scripts:    curl {url}/demo/people   then   curl -d '{"{"}"person":"ID"{"}"}' {url}/demo/token
                 The API:    {url}/docs
                 The clock:  curl -d '{"{"}"advance":"PT15M"{"}"}' {url}/demo/clock
               Ctrl-C stops everything; the next start has the data.
               """
            : $"  Sign in with the university's account at {url}/sign-in.");
    }
}
