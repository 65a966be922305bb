using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Supervision;

/// <summary>
/// Days as the fortnight counts them: those in a term, its first and last included. Vacation days do not count (R9).
/// </summary>
public sealed class TermDays(IEnumerable<Term> terms)
{
    private readonly Term[] _terms = [.. terms.OrderBy(term => term.Starts)];

    public bool Holds(DateOnly day) => Array.Exists(_terms, term => term.Holds(day));

    /// <summary>Term days after the one day, up to the other and with it.</summary>
    public int Between(DateOnly after, DateOnly until) => _terms.Sum(term =>
    {
        var first = term.Starts > after ? term.Starts : after.AddDays(1);
        var last = term.Ends < until ? term.Ends : until;
        return Math.Max(0, last.DayNumber - first.DayNumber + 1);
    });

    /// <summary>The term day on which that many have passed since the day; null where no term reaches so far.</summary>
    /// <param name="count">1 or more.</param>
    public DateOnly? After(DateOnly day, int count)
    {
        foreach (var term in _terms)
        {
            if (term.Ends <= day) continue;
            var first = term.Starts > day ? term.Starts : day.AddDays(1);
            var here = term.Ends.DayNumber - first.DayNumber + 1;
            if (count <= here) return first.AddDays(count - 1);
            count -= here;
        }

        return null;
    }

    /// <summary>The term day that lies that many term days before the day; the first of all where none does.</summary>
    /// <param name="count">1 or more.</param>
    public DateOnly Before(DateOnly day, int count)
    {
        for (var index = _terms.Length - 1; index >= 0; index--)
        {
            var term = _terms[index];
            if (term.Starts >= day) continue;
            var last = term.Ends < day ? term.Ends : day.AddDays(-1);
            var here = last.DayNumber - term.Starts.DayNumber + 1;
            if (count <= here) return last.AddDays(1 - count);
            count -= here;
        }

        return _terms is [var first, ..] && first.Starts < day ? first.Starts : day;
    }

    /// <summary>The first term day on or after the day; null where no term is known to come.</summary>
    public DateOnly? From(DateOnly day)
    {
        foreach (var term in _terms)
            if (term.Ends >= day) return term.Starts > day ? term.Starts : day;
        return null;
    }

    /// <summary>Stretches between terms that share a day with the interval, both ends included, cut to it.</summary>
    public IEnumerable<(DateOnly First, DateOnly Last)> VacationsWithin(DateOnly first, DateOnly last)
    {
        for (var index = 0; index + 1 < _terms.Length; index++)
        {
            var (from, to) = (_terms[index].Ends.AddDays(1), _terms[index + 1].Starts.AddDays(-1));
            if (from > to || to < first || from > last) continue;
            yield return (from < first ? first : from, to > last ? last : to);
        }
    }
}
