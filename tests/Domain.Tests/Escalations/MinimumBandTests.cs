using Safeguard.Domain.Escalations;
using static Safeguard.Domain.Escalations.Answer;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R6")]
public sealed class MinimumBandTests
{
    [Theory]
    [InlineData(Yes, null, null, Band.Immediate)]
    [InlineData(Yes, No, No, Band.Immediate)]
    [InlineData(No, Yes, Yes, Band.Immediate)]
    [InlineData(Unsure, Yes, Yes, Band.Immediate)]
    [InlineData(No, Yes, No, Band.Within4Hours)]
    [InlineData(No, Yes, Unsure, Band.Within4Hours)]
    [InlineData(null, Yes, null, Band.Within4Hours)]
    [InlineData(Unsure, No, No, Band.Within4Hours)]
    [InlineData(No, Unsure, No, Band.Within4Hours)]
    [InlineData(No, No, Unsure, Band.Within4Hours)]
    [InlineData(No, No, Yes, Band.NextSupervision)]
    [InlineData(No, No, No, Band.NextSupervision)]
    [InlineData(null, null, null, Band.NextSupervision)]
    public void The_answers_set_the_least_band_and_a_lower_one_given_is_lifted_to_it(
        Answer? danger, Answer? planOrMeans, Answer? alone, Band expected) =>
        MinimumBand.For(Band.NextSupervision, emergencyNow: false, new(danger, planOrMeans, alone)).ShouldBe(expected);

    [Fact]
    public void Emergency_now_is_immediate_whatever_else_is_said() =>
        MinimumBand.For(Band.NextSupervision, emergencyNow: true, new(No, No, No)).ShouldBe(Band.Immediate);

    [Fact]
    public void No_band_given_counts_as_within_four_hours_even_when_every_answer_is_no() =>
        MinimumBand.For(null, emergencyNow: false, new(No, No, No)).ShouldBe(Band.Within4Hours);

    [Theory]
    [InlineData(Band.Within72Hours)]
    [InlineData(Band.Within24Hours)]
    [InlineData(Band.Immediate)]
    public void A_band_given_that_is_not_too_low_stays(Band given) =>
        MinimumBand.For(given, emergencyNow: false, Answers.None).ShouldBe(given);
}
