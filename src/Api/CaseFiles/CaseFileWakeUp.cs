using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>A case file's clock: reminds, misses deadlines, takes back offers that nobody answered.</summary>
public sealed class CaseFileWakeUp(CaseFileCommands files) : StreamWakeUp(CaseFileKind.StreamType)
{
    protected override Task<Outcome> RunAsync(CommandInfo info, Guid stream) => files.RunAsync(
        nameof(WakeCaseFile), info, stream, (state, context) => WakeCaseFile.Decide(new(), state, context));
}
