using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Safeguard.TestSupport;

namespace Safeguard.Bench;

/// <summary>The yardstick: PostgreSQL's own pgbench, one transaction a command, prepared, on the same server.</summary>
internal sealed partial class Pgbench
{
    private readonly NpgsqlConnectionStringBuilder where;

    private Pgbench(string connection) => where = new NpgsqlConnectionStringBuilder(connection);

    /// <summary>Lays the yardstick's own tables.</summary>
    public static async Task<Pgbench> PrepareAsync(string connection)
    {
        var pgbench = new Pgbench(connection);
        await PostgresPrograms.RunAsync("psql", [.. pgbench.Where(), "-q", "-v", "ON_ERROR_STOP=1", "-f",
            Script("base-setup")]);
        return pgbench;
    }

    /// <returns>Transactions a second, without the time it takes to connect.</returns>
    public async Task<double> RunAsync(string script, int callers, TimeSpan slice)
    {
        while (true)
        {
            var output = await PostgresPrograms.RunAsync(
                "pgbench",
                [
                    .. Where(), "-n", "-M", "prepared", "-f", Script(script), "-j", "2",
                    "-c", callers.ToString(CultureInfo.InvariantCulture),
                    "-T", Math.Max(1, (int)slice.TotalSeconds).ToString(CultureInfo.InvariantCulture),
                ]);

            // On a machine that others load, connecting alone may take the whole slice; then there is no figure.
            if (double.TryParse(Tps().Match(output).Groups["tps"].Value, CultureInfo.InvariantCulture, out var tps))
            {
                return tps;
            }
        }
    }

    private static string Script(string name)
    {
        // The server's user may not read where this was built.
        var copy = Path.Combine(Path.GetTempPath(), $"safeguard-yardstick-{name}.sql");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Yardstick", $"{name}.sql"), copy, overwrite: true);
        return copy;
    }

    private string[] Where() =>
        ["-h", where.Host!, "-p", where.Port.ToString(CultureInfo.InvariantCulture), "-U", where.Username!,
            where.Database!];

    [GeneratedRegex(@"tps = (?<tps>[0-9.]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tps();
}
