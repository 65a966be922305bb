using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Safeguard.EventStore.Tests;

/// <summary>A process of its own, which a test can stop and let go on as the machine might.</summary>
internal sealed class AnotherProcess : IDisposable
{
    private readonly Process process;

    private AnotherProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null) Said.Enqueue(line.Data);
        };
        process.BeginOutputReadLine();
    }

    /// <summary>The lines it has written.</summary>
    public ConcurrentQueue<string> Said { get; } = [];

    public static AnotherProcess Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Safeguard.Bench.dll");
        return new AnotherProcess(Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!);
    }

    /// <summary>Waits until it has written so many lines.</summary>
    public async Task SaysAsync(int lines)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Said.Count < lines)
        {
            process.HasExited.ShouldBeFalse("the process ended by itself");
            await Task.Delay(1, patience.Token);
        }
    }

    public void Stop() => Signal("STOP");

    public void Continue() => Signal("CONT");

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0, $"the process is there to be told {signal}");
    }
}
