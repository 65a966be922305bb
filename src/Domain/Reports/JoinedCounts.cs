namespace Safeguard.Domain.Reports;

/// <summary>
/// Tables that count the same things in the same rows and differ in the parts (R25). Their totals are the same, so what
/// one withholds another could give away. So neighbouring rows are made one until the total of each can be said in
/// every table: with all totals known, no table says anything about another.
/// </summary>
public sealed class JoinedCounts
{
    /// <param name="tables">Each with equally many rows, whose sums are the same in all.</param>
    public JoinedCounts(IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var groups = Enumerable.Range(0, tables[0].Count).Select(row => new List<int> { row }).ToList();
        while (true)
        {
            Tables = [.. tables.Select(table => new CountTable([.. groups.Select(group => Sum(table, group))]))];
            var unsaid = Enumerable.Range(0, groups.Count)
                .Where(row => Tables.Any(table => table.TotalOfRow(row).Count is null)).Take(1).ToList();
            if (unsaid.Count == 0) break;
            if (groups.Count == 1)
            {
                (groups, Tables) = ([], []);
                break;
            }

            var upper = Math.Min(unsaid[0], groups.Count - 2);
            groups[upper].AddRange(groups[upper + 1]);
            groups.RemoveAt(upper + 1);
        }

        Groups = groups;
    }

    /// <summary>Which rows each row is made of, in order. Empty where too few are counted to say anything.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups { get; }

    /// <summary>In the order given, with a row a group; empty as the groups are.</summary>
    public IReadOnlyList<CountTable> Tables { get; private set; }

    private static int[] Sum(IReadOnlyList<IReadOnlyList<int>> table, List<int> rows) =>
        [.. Enumerable.Range(0, table[rows[0]].Count).Select(part => rows.Sum(row => table[row][part]))];
}
