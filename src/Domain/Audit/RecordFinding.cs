using Safeguard.Domain.Access;

namespace Safeguard.Domain.Audit;

/// <summary>
/// An auditor says what they found in a record, or in one event of it. The record itself is not touched (R24).
/// </summary>
/// <param name="Kind">Null where none was chosen.</param>
/// <param name="Event">The number of the event that it is about; null for the record as a whole.</param>
/// <param name="Events">How many events the record has; 0 where there is no such record.</param>
public sealed record RecordFinding(
    Guid Finding, ReadItem Item, FindingKind? Kind, Confidential? Words, int? Event, int Events)
{
    public static Decision<AuditEvent> Decide(RecordFinding command, AuditRecord record, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Is(Role.Auditor)) return new NotAnAuditor();
        if (command.Events == 0) return new NothingToFindIn();
        if (record.Findings.Contains(command.Finding)) return Decision<AuditEvent>.AlreadySo;
        if (command.Kind is not { } kind || command.Words is not { } words)
            return new FindingSaysTooLittle(command.Kind is null, command.Words is null);
        if (command.Event is { } number && (number < 1 || number > command.Events))
            return new NoSuchEvent(command.Events);
        return new FindingRecorded(caller.Person, command.Finding, command.Item, kind, words, command.Event);
    }
}

/// <summary>There is no such record.</summary>
public sealed record NothingToFindIn() : Rejection(
    "audit.noRecord", Rule.R24, "There is no record under this code. Check the code.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

/// <summary>A kind and words, each missing one named.</summary>
public sealed record FindingSaysTooLittle : Rejection
{
    public FindingSaysTooLittle(bool kind, bool words)
        : base("audit.findingSaysTooLittle", Rule.R24, "Say what kind of finding it is, and write what you found.") =>
        Missing = [.. kind ? ["kind"] : Array.Empty<string>(), .. words ? ["words"] : Array.Empty<string>()];

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>The record has fewer events.</summary>
public sealed record NoSuchEvent : Rejection
{
    public NoSuchEvent(int events)
        : base("audit.noSuchEvent", Rule.R24, $"Give the number of an event, from 1 to {events}, or leave it empty.") =>
        Missing = ["event"];

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
