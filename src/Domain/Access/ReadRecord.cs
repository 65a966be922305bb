namespace Safeguard.Domain.Access;

/// <summary>
/// Somebody is about to read: it goes on record first (R17). The same thing for the same purpose within a minute is one
/// reading, so that a page that is looked at again and again stays one line. What is taken away is taken each time.
/// </summary>
public sealed record ReadRecord(IReadOnlyList<ReadItem> Items, ReadPurpose Purpose)
{
    /// <summary>Whether they may read it at all was decided before: nothing is refused here.</summary>
    public static Decision<AccessEvent> Decide(ReadRecord command, AccessHistory history, AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(context);
        return command.Items.Distinct().Where(item => !history.Lately.Any(known =>
                known.Item == item && known.Purpose == command.Purpose && command.Purpose != ReadPurpose.Export
                && (context.Now - known.At).Duration() < AccessHistory.OneReading))
            .Select(item => (AccessEvent)new RecordRead(context.Caller.Person, item, command.Purpose)).ToList();
    }
}
