namespace Safeguard.Domain;

/// <summary>
/// Statistics that nobody can be picked out of (R25): a count from 1 to 4 is "fewer than 5". Lists of one's own work
/// are not statistics. Counts that add up to each other are a <see cref="CountTable"/>.
/// </summary>
public static class SmallCounts
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Least = 5;

    public static bool IsSmall(int count) => count is > 0 and < Least;
}

/// <summary>A count as a statistic says it.</summary>
/// <param name="Count">Null where it is not said.</param>
/// <param name="Few">It is one of 1 to 4. What is neither said nor few would give another one away.</param>
public readonly record struct SafeCount(int? Count, bool Few)
{
    public string Words =>
        Few ? $"fewer than {SmallCounts.Least}" : Count is { } said ? $"{said}" : "withheld";
}
