namespace Safeguard.Domain;

/// <summary>
/// Statistics that nobody can be picked out of (R25): a count from 1 to 4 is "fewer than 5", and so is its complement.
/// None and all may be shown. Lists of one's own work are not statistics. Counts that add up to each other are a
/// <see cref="CountTable"/>.
/// </summary>
public static class SmallCounts
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Least = 5;

    public static bool IsSmall(int count) => count is > 0 and < Least;

    public static string Words(int count) => IsSmall(count) ? $"fewer than {Least}" : $"{count}";

    /// <summary>How many of all: "52 of 58", "18 of 18", "14, fewer than 5 late", "fewer than 5".</summary>
    /// <param name="part">Those counted, such as what was met.</param>
    /// <param name="others">What the rest is called: "late".</param>
    public static string Share(int part, int all, string others) =>
        all == 0 ? "none"
        : IsSmall(all) ? Words(all)
        : IsSmall(all - part) ? $"{all}, fewer than {Least} {others}"
        : IsSmall(part) ? $"{all}, fewer than {Least} not {others}"
        : $"{part} of {all}";

    /// <summary>Whether a bar may be divided between the part and the rest without giving a small count away.</summary>
    public static bool MayDivide(int part, int all) => !IsSmall(all) && !IsSmall(part) && !IsSmall(all - part);
}

/// <summary>A count as a statistic says it.</summary>
/// <param name="Count">Null where it is not said.</param>
/// <param name="Few">It is one of 1 to 4. What is neither said nor few would give another one away.</param>
public readonly record struct SafeCount(int? Count, bool Few)
{
    public string Words =>
        Few ? $"fewer than {SmallCounts.Least}" : Count is { } said ? $"{said}" : "withheld";
}
