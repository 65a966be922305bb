using Safeguard.Api.Supervision;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Pages;

/// <summary>The fortnight as a picture: as many days as the promise counts, and labels that stay in it.</summary>
public sealed class FortnightArcTests
{
    private static readonly TermDays Terms = new(
    [
        new("Michaelmas 2026", new(2026, 10, 11), new(2026, 12, 5)),
        new("Hilary 2027", new(2027, 1, 17), new(2027, 3, 13)),
    ]);

    private static readonly StandingAnswer AcrossChristmas = new(Standing.Current, new(2026, 11, 27))
    {
        FortnightFrom = new(2026, 11, 27),
        DueOn = new(2027, 1, 22),
        LapsesOn = new(2027, 1, 30),
    };

    [Theory, Trait("Rule", "R9")]
    [InlineData("2026-12-05", 8)]
    [InlineData("2026-12-25", 8)]
    [InlineData("2027-01-18", 10)]
    public void A_vacation_adds_no_days_to_the_arc(string today, int gone)
    {
        var arc = FortnightArc.Of(AcrossChristmas, DateOnly.Parse(today), Terms).ShouldNotBeNull();
        (arc.Days, arc.Promised, arc.Gone).ShouldBe((21, 14, gone));
    }

    [Fact]
    public void A_label_stays_inside_the_picture()
    {
        var arc = new FortnightArc(21, 14, 0);
        arc.Label(0, 42, before: true).ShouldBe(("0.0", "176.0", "start"));
        arc.Label(21, 42, before: false).ShouldBe(("340.0", "176.0", "end"));
        arc.Label(7, 42, before: true).Anchor.ShouldBe("end");
    }
}
