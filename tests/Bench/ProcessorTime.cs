using System.Globalization;

namespace Safeguard.Bench;

/// <summary>
/// Processor seconds that the server, this process and pgbench have used so far, from <c>/proc</c>. What a command
/// costs of these says more than the clock on a machine that others load too.
/// </summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;

    public static double UsedSoFar(int server)
    {
        if (!OperatingSystem.IsLinux()) return 0;
        var processes = Directory.GetDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => Stat(name!))
            .OfType<string[]>()
            .ToList();
        var pid = server.ToString(CultureInfo.InvariantCulture);
        var me = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return processes.Sum(p => p[0] == pid || p[0] == me ? Own(p) + Ended(p) : p[3] == pid ? Own(p) : 0)
            / TicksPerSecond;
    }

    private static double Own(string[] stat) => Number(stat[13]) + Number(stat[14]);

    /// <summary>What its children that have ended had used: backends of pgbench's connections, and pgbench.</summary>
    private static double Ended(string[] stat) => Number(stat[15]) + Number(stat[16]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[]? Stat(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var name = text.LastIndexOf(')');
            return [process, "", .. text[(name + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
