using Safeguard.Domain;
using Safeguard.Domain.Access;

namespace Safeguard.Projections.Reads;

/// <summary>That somebody read something, by ids only.</summary>
/// <param name="Position">Of the event in the log: the cursor of the list.</param>
/// <param name="Role">In which they read; null where they held none.</param>
public sealed record ReadRow(
    long Position, ReadItem Item, PersonId Person, Role? Role, ReadPurpose Purpose, DateTimeOffset At);

/// <summary>One reader of an item, with how often and when last.</summary>
public sealed record ReaderRow(PersonId Person, ReadPurpose Purpose, long Times, DateTimeOffset LastAt);
