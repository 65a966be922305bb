namespace Safeguard.Domain.Tests;

/// <summary>Counts that add up, of which nobody can work out a small one (R25).</summary>
[Trait("Rule", "R25")]
public sealed class CountTableTests(ITestOutputHelper output)
{
    private const int Tables = 400;

    /// <summary>The highest count of these tables, and the highest that a reader takes into account.</summary>
    private const int Highest = 9;
    private const int Thought = 14;

    [Fact]
    public void What_is_not_small_is_said_with_its_totals()
    {
        var table = new CountTable([[20, 0, 7], [5, 6, 0]]);
        (table[0, 0].Words, table[0, 1].Words, table[1, 1].Words).ShouldBe(("20", "0", "6"));
        (table.TotalOfRow(0).Count, table.TotalOfPart(2).Count, table.Total.Count).ShouldBe((27, 7, 38));
    }

    [Fact]
    public void A_small_count_and_what_would_give_it_away_are_not_said()
    {
        var table = new CountTable([[28, 2], [30, 10], [40, 20]]);
        table[0, 1].Words.ShouldBe("fewer than 5");
        table[0, 0].Words.ShouldBe("withheld", "its total less this would be the small one");
        table.TotalOfRow(0).Words.ShouldBe("30");
        table[1, 1].Words.ShouldBe("withheld", "the part's total less the other would be the small one");
        table[2, 0].Words.ShouldBe("40");
    }

    [Fact]
    public void Of_a_row_with_a_small_total_nothing_else_is_said()
    {
        var table = new CountTable([[3, 0], [30, 40], [20, 10]]);
        (table.TotalOfRow(0).Words, table[0, 0].Words, table[0, 1].Words)
            .ShouldBe(("fewer than 5", "withheld", "withheld"));
    }

    [Fact]
    public void Two_small_counts_that_add_up_to_eight_can_only_be_four_each()
    {
        var table = new CountTable([[4, 4]]);
        table.TotalOfRow(0).Words.ShouldBe("withheld");
        table.Total.Words.ShouldBe("withheld");
    }

    [Fact]
    public void What_a_row_leaves_unsaid_is_not_one_of_few_together()
    {
        // Eight of nine have no open file: that one has some follows, whichever it is that is not said.
        var table = new CountTable([[8, 1, 0, 0], [9, 0, 0, 0], [30, 2, 0, 1]]);
        table.TotalOfRow(0).Words.ShouldBe("9");
        table[0, 0].Count.ShouldBeNull();
    }

    [Fact]
    public void A_secret_row_cannot_be_had_from_the_totals()
    {
        var table = new CountTable([[12, 9], [30, 40], [20, 10]], secretRows: [0]);
        (table[0, 0].Count, table[0, 1].Count, table.TotalOfRow(0).Count).ShouldBe((null, null, null));
        table[2, 1].Words.ShouldBe("withheld");
    }

    [Fact]
    public void An_empty_table_says_that_there_is_nobody() => new CountTable([]).Total.Words.ShouldBe("0");

    /// <summary>
    /// A reader who tries every table that could stand behind what is said finds two for each secret.
    /// </summary>
    [Fact]
    public void Whatever_the_counts_no_small_one_follows_from_what_is_said()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var made = 0; made < Tables; made++)
        {
            var (rows, parts) = (random.Next(1, 4), random.Next(2, 4));
            if (rows * parts > 6) rows = 2;
            var counts = Enumerable.Range(0, rows)
                .Select(_ => Enumerable.Range(0, parts).Select(_ => random.Next(0, Highest + 1)).ToArray()).ToArray();
            var table = new CountTable(counts);
            var told = string.Join(" | ", counts.Select(row => string.Join(" ", row)));
            var possible = Possible(table, counts, rows, parts);
            for (var row = 0; row <= rows; row++)
            {
                for (var part = 0; part <= parts; part++)
                {
                    var count = Of(counts, row, part, rows, parts);
                    if (!SmallCounts.IsSmall(count)) continue;
                    table[row, part].Count.ShouldBeNull(told);
                    possible.Select(other => Of(other, row, part, rows, parts)).Distinct().Count()
                        .ShouldBeGreaterThan(1, $"row {row}, part {part} of {told}");
                }
            }

            foreach (var line in Lines(rows, parts))
            {
                var unsaid = line.Where(cell => table[cell.Row, cell.Part].Count is null).ToList();
                int Together(int[][] of) => unsaid.Sum(cell => Of(of, cell.Row, cell.Part, rows, parts));
                if (!SmallCounts.IsSmall(Together(counts))) continue;
                possible.Select(Together).Distinct().Count().ShouldBeGreaterThan(
                    1, $"what is not said of {string.Join(", ", line)} together, of {told}");
            }
        }
    }

    /// <summary>Every row and every part without its total, those of the totals among them.</summary>
    private static IEnumerable<List<(int Row, int Part)>> Lines(int rows, int parts) =>
        Enumerable.Range(0, rows + 1).Select(row => Enumerable.Range(0, parts).Select(part => (row, part)).ToList())
            .Concat(Enumerable.Range(0, parts + 1)
                .Select(part => Enumerable.Range(0, rows).Select(row => (row, part)).ToList()));

    private static int Of(int[][] counts, int row, int part, int rows, int parts)
    {
        var at = row == rows ? counts : [counts[row]];
        return part == parts ? at.Sum(one => one.Sum()) : at.Sum(one => one[part]);
    }

    private static List<int[][]> Possible(CountTable table, int[][] counts, int rows, int parts)
    {
        var found = new List<int[][]>();
        var tried = Enumerable.Range(0, rows).Select(_ => new int[parts]).ToArray();
        Try(0);
        return found;

        void Try(int cell)
        {
            if (cell == rows * parts)
            {
                if (TotalsFit()) found.Add([.. tried.Select(row => row.ToArray())]);
                return;
            }

            var (row, part) = (cell / parts, cell % parts);
            for (var count = 0; count <= Thought; count++)
            {
                if (!Fits(table, counts, (row, part), count)) continue;
                tried[row][part] = count;
                if (part < parts - 1 || Fits(table, counts, (row, parts), tried[row].Sum())) Try(cell + 1);
            }
        }

        bool TotalsFit() => Enumerable.Range(0, parts + 1)
            .All(part => Fits(table, counts, (rows, part), Of(tried, rows, part, rows, parts)));
    }

    /// <summary>
    /// Whether a count could stand behind what is said of it, to a reader who knows more than can be read: which are
    /// withheld because a total is small, and that the others are not.
    /// </summary>
    private static bool Fits(CountTable table, int[][] counts, (int Row, int Part) at, int count)
    {
        var said = table[at.Row, at.Part];
        if (said.Few) return SmallCounts.IsSmall(count);
        if (said.Count is { } exact) return count == exact;
        var (rows, parts) = (counts.Length, counts[0].Length);
        var ofFew = (at.Part < parts && SmallCounts.IsSmall(Of(counts, at.Row, parts, rows, parts)))
            || (at.Row < rows && SmallCounts.IsSmall(Of(counts, rows, at.Part, rows, parts)));
        return ofFew ? count < SmallCounts.Least : count >= SmallCounts.Least;
    }
}
