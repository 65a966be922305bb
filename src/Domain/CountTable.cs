namespace Safeguard.Domain;

/// <summary>
/// Counts in rows, each divided into the same parts, with the totals of rows and parts and of everything (R25). A count
/// from 1 to 4 is not said; where it would follow from all that is said by adding and subtracting, just enough is
/// withheld that it does not, nor the sum of what a row or a part leaves unsaid where that is small. Of a row or part
/// whose own total is small nothing is said but that.
/// </summary>
/// <remarks>
/// Counts that add up are a flow that goes round: out of everything into a row, out of a row into a part, out of a part
/// into everything. What is not said can be otherwise if, and only if, one more or one less can go round through it and
/// other counts that are not said. So the cheapest way round is what has to be withheld.
/// </remarks>
public sealed class CountTable
{
    /// <summary>Totals are what a reader looks for: any count is withheld rather than one of them.</summary>
    private const long CostOfTotal = 1_000_000;

    private readonly int[][] _counts;
    private readonly Said[][] _said;
    private readonly bool[] _secretRows;
    private readonly int _rows;
    private readonly int _parts;

    /// <param name="counts">Rows of equally many counts, none below 0.</param>
    /// <param name="secretRows">Rows of which nothing is said, because another table says that they are few.</param>
    public CountTable(IReadOnlyList<IReadOnlyList<int>> counts, IReadOnlyCollection<int>? secretRows = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        (_rows, _parts) = (counts.Count, counts.Count == 0 ? 0 : counts[0].Count);
        _counts =
        [
            .. counts.Select(row => row.Append(row.Sum()).ToArray()),
            [.. Enumerable.Range(0, _parts).Select(part => counts.Sum(row => row[part])), counts.Sum(row => row.Sum())],
        ];
        _said = [.. _counts.Select(row => new Said[row.Length])];
        _secretRows = [.. Enumerable.Range(0, _rows).Select(row => secretRows?.Contains(row) == true), false];
        foreach (var (row, part) in Cells()) _said[row][part] = SaidAtFirst(row, part);
        // Withholding more never makes known again what no longer is, so one look at each is enough.
        foreach (var (row, part) in Cells())
            if (_said[row][part] != Said.Itself && IsSecret(row, part)) Protect([(row, part)]);
        foreach (var unsaid in Lines().Select(line => line.Where(cell => !IsSaid(cell)).ToList()))
            if (SmallCounts.IsSmall(unsaid.Sum(cell => _counts[cell.Row][cell.Part]))) Protect(unsaid);
    }

    private enum Said
    {
        /// <summary>The count.</summary>
        Itself,

        /// <summary>That it is from 1 to 4.</summary>
        Few,

        /// <summary>Nothing, and the total of its row or part is small: from 0 to 4.</summary>
        NothingOfFew,

        /// <summary>Nothing, for its whole row is secret.</summary>
        NothingOfSecret,

        /// <summary>Nothing, so that another does not follow; never of a small count or of none.</summary>
        Nothing,
    }

    public SafeCount this[int row, int part] => new(
        _said[row][part] == Said.Itself ? _counts[row][part] : null, _said[row][part] == Said.Few);

    public SafeCount TotalOfRow(int row) => this[row, _parts];

    public SafeCount TotalOfPart(int part) => this[_rows, part];

    public SafeCount Total => this[_rows, _parts];

    private IEnumerable<(int Row, int Part)> Cells() =>
        from row in Enumerable.Range(0, _rows + 1)
        from part in Enumerable.Range(0, _parts + 1)
        select (row, part);

    /// <summary>Every row and every part, each without its total; those of the totals are among them.</summary>
    private IEnumerable<IEnumerable<(int Row, int Part)>> Lines() =>
        Enumerable.Range(0, _rows + 1).Select(row => Enumerable.Range(0, _parts).Select(part => (row, part)))
            .Concat(Enumerable.Range(0, _parts + 1)
                .Select(part => Enumerable.Range(0, _rows).Select(row => (row, part))));

    private bool IsSaid((int Row, int Part) cell) => _said[cell.Row][cell.Part] == Said.Itself;

    private bool IsSecret(int row, int part) => SmallCounts.IsSmall(_counts[row][part]) || _secretRows[row];

    private Said SaidAtFirst(int row, int part) =>
        (part < _parts && SmallCounts.IsSmall(_counts[row][_parts]))
            || (row < _rows && SmallCounts.IsSmall(_counts[_rows][part])) ? Said.NothingOfFew
        : SmallCounts.IsSmall(_counts[row][part]) ? Said.Few
        : _secretRows[row] ? Said.NothingOfSecret
        : Said.Itself;

    /// <summary>
    /// Withholds what it takes that these counts of one line could together be one more or one less for all that is
    /// said: one of them changes, and none of the others goes the other way.
    /// </summary>
    private void Protect(IReadOnlyCollection<(int Row, int Part)> together)
    {
        var way = together.SelectMany(cell => Ways(cell, together)).OfType<Way>().MinBy(found => found.Cost);
        foreach (var (hidden, of) in way?.Cells ?? [])
            if (_said[hidden][of] == Said.Itself) _said[hidden][of] = Said.Nothing;
    }

    private IEnumerable<Way?> Ways((int Row, int Part) cell, IReadOnlyCollection<(int Row, int Part)> but)
    {
        var (from, to) = Ends(cell.Row, cell.Part);
        if (MayGrow(cell.Row, cell.Part)) yield return WayRound(to, from, but);
        if (MayShrink(cell.Row, cell.Part)) yield return WayRound(from, to, but);
    }

    /// <summary>
    /// The lines between which a count flows: rows are numbered first, then parts; the last of either is everything.
    /// </summary>
    private (int From, int To) Ends(int row, int part)
    {
        var (line, across) = (row, _rows + 1 + part);
        return row < _rows == part < _parts ? (line, across) : (across, line);
    }

    private bool MayGrow(int row, int part) =>
        _said[row][part] is not (Said.Few or Said.NothingOfFew) || _counts[row][part] < SmallCounts.Least - 1;

    private bool MayShrink(int row, int part) => _counts[row][part] > _said[row][part] switch
    {
        Said.Few => 1,
        Said.NothingOfFew or Said.NothingOfSecret => 0,
        _ => SmallCounts.Least,
    };

    /// <summary>The cheapest way for one of the flow from a line to another, through none of these counts.</summary>
    private Way? WayRound(int from, int to, IReadOnlyCollection<(int Row, int Part)> but)
    {
        var cheapest = new Way?[_rows + _parts + 2];
        var settled = new bool[cheapest.Length];
        cheapest[from] = new(0, []);
        while (true)
        {
            var at = -1;
            for (var line = 0; line < cheapest.Length; line++)
                if (!settled[line] && cheapest[line] is { } way && (at < 0 || way.Cost < cheapest[at]!.Cost)) at = line;
            if (at < 0 || at == to) return at < 0 ? null : cheapest[at];
            settled[at] = true;
            foreach (var (row, part) in CellsOf(at))
            {
                var (start, end) = Ends(row, part);
                var next = start == at ? end : start;
                if (but.Contains((row, part)) || settled[next] || CostOf(row, part) is not { } cost) continue;
                if (start == at ? !MayGrow(row, part) : !MayShrink(row, part)) continue;
                var reached = cheapest[at]!.Cost + cost;
                if (cheapest[next] is null || reached < cheapest[next]!.Cost)
                    cheapest[next] = new(reached, [.. cheapest[at]!.Cells, (row, part)]);
            }
        }
    }

    private IEnumerable<(int Row, int Part)> CellsOf(int line) => line <= _rows
        ? Enumerable.Range(0, _parts + 1).Select(part => (line, part))
        : Enumerable.Range(0, _rows + 1).Select(row => (row, line - _rows - 1));

    /// <summary>What withholding it costs: nothing once it is withheld. That there are none is always said.</summary>
    private long? CostOf(int row, int part) =>
        _said[row][part] != Said.Itself ? 0
        : _counts[row][part] == 0 ? null
        : _counts[row][part] + (row == _rows || part == _parts ? CostOfTotal : 0);

    private sealed record Way(long Cost, IReadOnlyList<(int Row, int Part)> Cells);
}
