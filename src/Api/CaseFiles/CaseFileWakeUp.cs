using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>A case file's clock: reminds, misses deadlines, takes back offers that nobody answered.</summary>
public sealed class CaseFileWakeUp(CaseFileCommands files) : IWakeUpHandler
{
    public string Kind => CaseFileKind.StreamType;

    public async Task WakeAsync(Guid stream)
    {
        var info = new CommandInfo(Guid.CreateVersion7(), Caller.System, null);
        var outcome = await files.RunAsync(
            nameof(WakeCaseFile), info, stream, (state, context) => WakeCaseFile.Decide(new(), state, context));
        if (outcome is Stale) throw new InvalidOperationException("Others kept changing this case file.");
    }
}
