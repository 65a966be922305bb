using System.Globalization;
using Safeguard.TestSupport;
using Spectre.Console;

namespace Safeguard.Bench;

/// <summary>
/// Appends against pgbench. A machine's speed swings within seconds, so both run in turn, in slices of a second, and
/// what counts is the median of the ratios of neighbours.
/// </summary>
internal static class AppendBench
{
    private const int Pairs = 15;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(IEnumerable<int> callers)
    {
        await using var cluster = await PostgresCluster.StartAsync("shared_buffers=256MB", "max_wal_size=4GB");
        await using var institution = await TestInstitution.CreateAsync(cluster, Commands.Queue);
        foreach (var seed in Commands.Seed()) await institution.Log.AppendAsync(seed);
        await institution.AsOwnerAsync("vacuum analyze");
        var pgbench = await Pgbench.PrepareAsync(institution.Options.ConnectionString);
        var table = new Table().AddColumns("load", "callers", "pgbench /s", "ours /s", "ratio", "quartiles",
            "CPU ratio", "aim");
        foreach (var load in Load.All(institution.Log))
        {
            foreach (var count in callers) table.AddRow(await MeasureAsync(cluster, pgbench, load, count));
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<string[]> MeasureAsync(PostgresCluster cluster, Pgbench pgbench, Load load, int callers)
    {
        await load.RunAsync(callers, Slice);
        var pairs = new List<(double Theirs, double Ours, double Ratio, double CpuRatio)>();
        for (var i = 0; i < Pairs; i++)
        {
            var before = ProcessorTime.UsedSoFar(cluster.ServerProcess);
            var theirs = await pgbench.RunAsync(load.Yardstick, callers, Slice);
            var between = ProcessorTime.UsedSoFar(cluster.ServerProcess);
            var ours = await load.RunAsync(callers, Slice);
            var cpu = (between - before) / theirs / ((ProcessorTime.UsedSoFar(cluster.ServerProcess) - between) / ours);
            pairs.Add((theirs, ours, ours / theirs, cpu));
        }

        return
        [
            load.Name, Text(callers, "0"), Text(Middle(pairs, p => p.Theirs), "0"), Text(Middle(pairs, p => p.Ours),
                "0"),
            Text(Middle(pairs, p => p.Ratio), "0.00"),
            $"{Text(Middle(pairs, p => p.Ratio, 0.25), "0.00")}–{Text(Middle(pairs, p => p.Ratio, 0.75), "0.00")}",
            Text(Middle(pairs, p => p.CpuRatio), "0.00"),
            Text(callers < 64 ? load.Target.At16 : load.Target.At64, "0.00"),
        ];
    }

    private static double Middle<T>(List<T> items, Func<T, double> of, double place = 0.5)
    {
        var sorted = items.Select(of).Order().ToList();
        return sorted[(int)((sorted.Count - 1) * place)];
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
