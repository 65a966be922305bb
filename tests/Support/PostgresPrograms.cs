using System.Diagnostics;

namespace Safeguard.TestSupport;

/// <summary>PostgreSQL's own programs: where they are, and how to run them as somebody they accept.</summary>
public static class PostgresPrograms
{
    /// <summary>PostgreSQL refuses to run as root; this user owns the data then. Debian's package makes it.</summary>
    private const string Unprivileged = "postgres";

    /// <summary>Whether programs are run as another user, who must own what they write.</summary>
    public static bool AsAnotherUser => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments, captured: true);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} failed: {await errors}");
    }

    /// <summary>Starts a program and leaves it running.</summary>
    public static Process Start(string program, IReadOnlyList<string> arguments, bool captured = false)
    {
        var start = new ProcessStartInfo
        {
            FileName = Find(program),
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (AsAnotherUser)
        {
            string[] dropped = ["--reuid", Unprivileged, "--regid", Unprivileged, "--init-groups", start.FileName];
            start.FileName = "setpriv";
            foreach (var argument in dropped) start.ArgumentList.Add(argument);
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C";
        var process = Process.Start(start)!;
        if (captured) return process;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Makes sure the user exists that programs are run as.</summary>
    public static void EnsureUser()
    {
        if (!AsAnotherUser || File.ReadLines("/etc/passwd").Any(l => l.StartsWith($"{Unprivileged}:", StringComparison.Ordinal)))
        {
            return;
        }

        using var add = Process.Start("useradd", ["--system", "--user-group", "--no-create-home", Unprivileged]);
        add.WaitForExit();
    }

    /// <summary>Gives a directory to the user that programs are run as.</summary>
    public static void GiveAway(string directory)
    {
        if (!AsAnotherUser) return;
        EnsureUser();
        using var give = Process.Start("chown", [$"{Unprivileged}:{Unprivileged}", directory]);
        give.WaitForExit();
    }

    private static string Find(string program)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var debian = System.IO.Directory.Exists("/usr/lib/postgresql")
            ? System.IO.Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        var places = debian.Select(d => Path.Combine(d, "bin")).Concat(path);
        return places.Select(p => Path.Combine(p, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"PostgreSQL's {program} is not installed: apt-get install postgresql.");
    }
}
