using System.Diagnostics;
using System.Globalization;

namespace Safeguard.TestSupport;

/// <summary>
/// Directories of a test run, named after the process they belong to, so that a later run can clear up.
/// </summary>
public static class TestDirectories
{
    public static string Create(string prefix)
    {
        var path = Path.Combine(Path.GetTempPath(),
            $"{prefix}{Environment.ProcessId}-{Guid.NewGuid().ToString()[..8]}");
        Directory.CreateDirectory(path);
        PostgresPrograms.GiveAway(path);
        return path;
    }

    /// <summary>Ends and removes what a killed run left behind.</summary>
    public static void RemoveOrphans(string prefix)
    {
        foreach (var path in Directory.GetDirectories(Path.GetTempPath(), $"{prefix}*"))
        {
            var owner = Path.GetFileName(path)[prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, CultureInfo.InvariantCulture, out var pid) && !IsRunning(pid)) EndAndRemove(path);
        }
    }

    public static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (IOException)
        {
            // A process of the cluster is still writing its last words; a later run removes the rest.
        }
    }

    private static void EndAndRemove(string path)
    {
        var pidFile = Path.Combine(path, "data", "postmaster.pid");
        if (File.Exists(pidFile)
            && int.TryParse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture, out var pid)
            && IsRunning(pid))
        {
            using var server = Process.GetProcessById(pid);
            if (server.ProcessName.StartsWith("postgres", StringComparison.Ordinal)) server.Kill();
            server.WaitForExit(TimeSpan.FromSeconds(5));
        }

        Remove(path);
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
