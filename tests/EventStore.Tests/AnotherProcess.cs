using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Safeguard.EventStore.Tests;

/// <summary>A process of its own, which a test can stop and let go on as the machine might.</summary>
internal sealed class AnotherProcess : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AnotherProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            Said.Enqueue(line.Data);
            said.TrySetResult();
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

    public Task SaidSomethingAsync() => said.Task.WaitAsync(TimeSpan.FromSeconds(60));

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
    }
}
