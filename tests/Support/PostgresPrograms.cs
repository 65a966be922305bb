using System.Diagnostics;

namespace Safeguard.TestSupport;

/// <summary>PostgreSQL's own programs: where they are, and how to run them as somebody they accept.</summary>
public static class PostgresPrograms
{
    /// <summary>Where the programs are, when the caller knows: <c>test.sh</c> says so.</summary>
    private const string Place = "SAFEGUARD_POSTGRES_BIN";

    /// <summary>PostgreSQL refuses to run as root; Debian's package makes this user for it.</summary>
    private static readonly string? Unprivileged =
        OperatingSystem.IsWindows() || Environment.UserName != "root" ? null
        : Environment.GetEnvironmentVariable("SAFEGUARD_POSTGRES_USER") is { Length: > 0 } named ? named
        : "postgres";

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
        if (Unprivileged is { } user)
        {
            string[] dropped = ["--reuid", user, "--regid", user, "--init-groups", start.FileName];
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

    /// <summary>Gives a directory to the user that the programs are run as, who is made if need be.</summary>
    public static void GiveAway(string directory)
    {
        if (Unprivileged is not { } user) return;
        if (!File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{user}:", StringComparison.Ordinal)))
        {
            using var add = Process.Start("useradd", ["--system", "--user-group", "--no-create-home", user]);
            add.WaitForExit();
        }

        using var give = Process.Start("chown", [$"{user}:", directory]);
        give.WaitForExit();
    }

    /// <summary>Where a program is: as told, as Debian has it (the newest), or on the path.</summary>
    private static string Find(string program)
    {
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        var places = new[] { Environment.GetEnvironmentVariable(Place) ?? "" }
            .Concat(installed.OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
        return places.Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"PostgreSQL's {program} is not installed.");
    }
}
