using Safeguard.Api.Commands;

namespace Safeguard.Api.WakeUps;

/// <summary>The clock of streams that one command wakes: it leaves the stream's next wake-up behind itself.</summary>
public abstract class StreamWakeUp(string kind) : IWakeUpHandler
{
    public string Kind => kind;

    public async Task WakeAsync(Guid stream)
    {
        if (await RunAsync(CommandInfo.ByTheProduct(), stream) is Stale)
            throw new InvalidOperationException($"Others kept changing this {kind}.");
    }

    protected abstract Task<Outcome> RunAsync(CommandInfo info, Guid stream);
}
