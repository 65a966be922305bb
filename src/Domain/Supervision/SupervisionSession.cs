using System.Collections.Immutable;

namespace Safeguard.Domain.Supervision;

/// <summary>One meeting of a supervision group.</summary>
/// <param name="StartsAt">Local time of the institution; null where only the day is known, as in an import.</param>
public sealed record SupervisionSession(Guid Id, GroupId Group, DateOnly Day, TimeOnly? StartsAt)
{
    public bool Cancelled { get; init; }

    /// <summary>What the register says, as corrected; null until it is taken.</summary>
    public ImmutableDictionary<PersonId, Attendance>? Register { get; init; }

    /// <summary>Scheduled, and neither cancelled nor held.</summary>
    public bool IsToCome => !Cancelled && Register is null;
}
