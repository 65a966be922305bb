using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>Days of term between two days: vacation days do not count (R9).</summary>
public sealed class TermDaysTests
{
    private static readonly TermDays Days = new(
    [
        new("Michaelmas 2026", new(2026, 10, 11), new(2026, 12, 5)),
        new("Hilary 2027", new(2027, 1, 17), new(2027, 3, 13)),
    ]);

    [Theory, Trait("Rule", "R9")]
    [InlineData("2026-11-20", "2026-11-20", 0)]
    [InlineData("2026-11-20", "2026-11-21", 1)]
    [InlineData("2026-12-04", "2026-12-05", 1)]
    [InlineData("2026-12-04", "2027-01-16", 1)]
    [InlineData("2026-12-04", "2027-01-17", 2)]
    [InlineData("2026-12-10", "2027-01-10", 0)]
    [InlineData("2026-11-20", "2026-11-13", 0)]
    public void Only_days_of_term_lie_between_two_days(string after, string until, int days) =>
        Days.Between(DateOnly.Parse(after), DateOnly.Parse(until)).ShouldBe(days);
}
