namespace Safeguard.House.Tests;

/// <summary>A style check fails with every place at once, and says first how each is mended.</summary>
internal static class Faults
{
    /// <summary>The most places named in one failure; past that the first ones are enough to start on.</summary>
    private const int MostShown = 40;

    public static void ShouldBeNone(this IEnumerable<string> faults, string remedy)
    {
        var all = faults.ToList();
        if (all.Count == 0) return;
        var more = all.Count > MostShown ? $"\n… and {all.Count - MostShown} more" : "";
        Assert.Fail($"{remedy}\n{string.Join('\n', all.Take(MostShown))}{more}");
    }
}
