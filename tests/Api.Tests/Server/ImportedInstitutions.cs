using System.Collections.Concurrent;
using Npgsql;
using Safeguard.Api.Hosting;
using Safeguard.Projections;
using Safeguard.TestSupport;

namespace Safeguard.Api.Tests.Server;

/// <summary>
/// Institutions as the product imports them at its first start, each imported once for the run: a test's server begins
/// with a copy of its database and of its key.
/// </summary>
internal static class ImportedInstitutions
{
    private static readonly ConcurrentDictionary<
        (string? Institution, string Now), Lazy<Task<ServerSettings>>> Imported = new();

    /// <summary>A database of the caller's own that holds the institution, with its key.</summary>
    public static async Task<ServerSettings> CopyAsync(string? institution, string now)
    {
        var original = await Imported.GetOrAdd(
            (institution, now), _ => new(() => ImportAsync(institution, now))).Value;
        var cluster = await PostgresCluster.SharedAsync();
        var key = Path.Combine(TestDirectories.Create("safeguard-keys"), "key");
        File.Copy(original.KeyFile, key);
        return original with { Database = await cluster.CopyDatabaseAsync(original.Database), KeyFile = key };
    }

    private static async Task<ServerSettings> ImportAsync(string? institution, string now)
    {
        await using var first = await SafeguardTestServer.StartWithAsync(settings => settings with
        {
            Import = institution is null ? null : SafeguardTestServer.Data(institution),
            DemoStart = DateTimeOffset.Parse(now),
        });
        // A copy starts its clock by itself, however long after this one it starts.
        await using var database = NpgsqlDataSource.Create(first.Settings.Database);
        await using var forget = database.CreateCommand(
            $"delete from {first.Settings.Schema}.settings where key = '{Settings.ClockOffset}'");
        await forget.ExecuteNonQueryAsync();
        return first.Settings;
    }
}
