namespace Safeguard.Domain.Audit;

/// <summary>
/// Draws without putting back. The numbers are made here (SplitMix64, by Steele, Lea and Flood, 2014) and not by the
/// runtime's generator, which may change: a sample of today can be drawn again in ten years.
/// </summary>
public static class SeededDraw
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>At most <paramref name="size"/> of them, in the order in which they are drawn.</summary>
    public static IReadOnlyList<T> Draw<T>(IReadOnlyList<T> from, int seed, int size)
    {
        ArgumentNullException.ThrowIfNull(from);
        var left = from.ToArray();
        var drawn = Math.Min(size, left.Length);
        var state = unchecked((ulong)seed);
        for (var place = 0; place < drawn; place++)
        {
            var other = place + Below((ulong)(left.Length - place), ref state);
            (left[place], left[other]) = (left[other], left[place]);
        }

        return left[..drawn];
    }

    /// <summary>
    /// A number below the bound, each as likely as any other: what would favour the small ones is thrown away.
    /// </summary>
    private static int Below(ulong bound, ref ulong state)
    {
        var fair = ulong.MaxValue - (ulong.MaxValue % bound);
        ulong number;
        do
        {
            number = Next(ref state);
        }
        while (number >= fair);

        return (int)(number % bound);
    }

    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            state += Golden;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
