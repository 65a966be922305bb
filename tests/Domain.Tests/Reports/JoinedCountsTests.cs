using Safeguard.Domain.Reports;

namespace Safeguard.Domain.Tests.Reports;

/// <summary>Tables with the same totals: nobody works out a small count from all of them together.</summary>
[Trait("Rule", "R25")]
public sealed class JoinedCountsTests(ITestOutputHelper output)
{
    private const int Tried = 300;
    private const int Highest = 7;

    /// <summary>The highest count that a reader takes into account: more than two rows of two make together.</summary>
    private const int Thought = 32;

    [Fact]
    public void Rows_whose_totals_can_be_said_stay_as_they_are()
    {
        var joined = new JoinedCounts([[[10, 5], [20, 8]], [[7, 8], [28, 0]]]);
        joined.Groups.Count.ShouldBe(2);
        joined.Tables[1][1, 0].Words.ShouldBe("28");
    }

    [Fact]
    public void A_row_of_few_is_counted_with_the_next()
    {
        var joined = new JoinedCounts([[[2, 1], [20, 8], [9, 9]], [[0, 3], [28, 0], [9, 9]]]);
        joined.Groups[0].ShouldBe([0, 1]);
        joined.Tables.Select(table => table.TotalOfRow(0).Words).ShouldBe(["31", "31"]);
    }

    [Fact]
    public void The_last_row_is_counted_with_the_one_before()
    {
        var joined = new JoinedCounts([[[20, 8], [3, 0]]]);
        joined.Groups.ShouldHaveSingleItem().ShouldBe([0, 1]);
    }

    [Fact]
    public void Of_too_few_nothing_is_said()
    {
        new JoinedCounts([[[2, 0], [1, 1]]]).Tables.ShouldBeEmpty();
        // Eight can be said by the second and would say four and four in the first.
        new JoinedCounts([[[4, 4]], [[8, 0]]]).Tables.ShouldBeEmpty();
    }

    [Fact]
    public void Of_none_it_is_said_that_there_are_none() =>
        new JoinedCounts([[[0, 0], [0, 0]]]).Tables[0].Total.Words.ShouldBe("0");

    /// <summary>
    /// A reader of both tables tries every pair that could stand behind what is said, with the same total in each row,
    /// and finds two values for each small count.
    /// </summary>
    [Fact]
    public void Whatever_the_counts_no_small_one_follows_from_both_tables()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var made = 0; made < Tried; made++)
        {
            var (first, second) = TwoTables(random);
            var joined = new JoinedCounts([first, second]);
            if (joined.Tables.Count == 0) continue;
            var told = string.Join(" / ", new[] { first, second }.Select(table =>
                string.Join(" | ", table.Select(row => string.Join(" ", row)))));
            var possible = joined.Tables.Select(table => Possible(table, joined.Groups.Count)).ToList();
            foreach (var (table, other) in new[] { (0, 1), (1, 0) })
            {
                var totals = possible[other].Select(Totals).ToHashSet(StringComparer.Ordinal);
                var left = possible[table].Where(one => totals.Contains(Totals(one))).ToList();
                var truth = joined.Groups.Select(group => Enumerable.Range(0, 2).Select(part =>
                    group.Sum(row => (table == 0 ? first : second)[row][part])).ToArray()).ToArray();
                for (var row = 0; row < truth.Length; row++)
                    for (var part = 0; part < 2; part++)
                        if (SmallCounts.IsSmall(truth[row][part]))
                            left.Select(one => one[row][part]).Distinct().Count().ShouldBeGreaterThan(1, told);
            }
        }
    }

    private static string Totals(int[][] table) => string.Join(' ', table.Select(row => row.Sum()));

    private static (int[][] First, int[][] Second) TwoTables(Random random)
    {
        var first = Enumerable.Range(0, 2).Select(_ =>
            new[] { random.Next(Highest + 1), random.Next(Highest + 1) }).ToArray();
        var second = first.Select(row => random.Next(row.Sum() + 1) is var part ? new[] { part, row.Sum() - part } : [])
            .ToArray();
        return (first, second);
    }

    private static List<int[][]> Possible(CountTable table, int rows)
    {
        var found = new List<int[][]>();
        var tried = Enumerable.Range(0, rows).Select(_ => new int[2]).ToArray();
        Try(0);
        return found;

        void Try(int cell)
        {
            var (row, part) = (cell / 2, cell % 2);
            if (row == rows)
            {
                if (Fits(table.TotalOfPart(0), tried.Sum(one => one[0]))
                    && Fits(table.TotalOfPart(1), tried.Sum(one => one[1]))
                    && Fits(table.Total, tried.Sum(one => one.Sum())))
                    found.Add([.. tried.Select(one => one.ToArray())]);
                return;
            }

            for (var count = 0; count <= Thought; count++)
            {
                if (!Fits(table[row, part], count)) continue;
                tried[row][part] = count;
                if (part == 0 || Fits(table.TotalOfRow(row), tried[row].Sum())) Try(cell + 1);
            }
        }
    }

    private static bool Fits(SafeCount said, int count) =>
        said.Few ? SmallCounts.IsSmall(count) : said.Count is null || said.Count == count;
}
