using Safeguard.Api.Commands;
using Safeguard.Domain.CaseFiles;
using Safeguard.EventStore;
using Safeguard.Projections.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// What is written with every change of a case file: its row, its open items, its one next wake-up, and a neutral
/// e-mail to everyone whom its events tell.
/// </summary>
public static class CaseFileKind
{
    public const string StreamType = CaseFileReadModels.StreamType;

    public static StreamKind<CaseFileMemory, CaseFileEvent> Kind { get; } = new(
        new(StreamType, CaseFileMemory.NotOpened, CaseFileMemory.Evolve), Alongside);

    private static Alongside Alongside(StreamChange<CaseFileMemory, CaseFileEvent> change) =>
        new()
        {
            WakeUps = [new WakeUp(change.Stream, StreamType, CaseFile.NextWakeUp(change.After.State))],
            Rows = CaseFileReadModels.Writes(change.Stream, change.Before, change.After),
            Outbox =
            [
                .. change.Events.SelectMany(happened =>
                    CaseFileNotice.Of(happened.Id, happened.Event, change.Stamp)),
            ],
        };
}
