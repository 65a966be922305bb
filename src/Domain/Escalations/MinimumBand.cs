namespace Safeguard.Domain.Escalations;

/// <summary>
/// The band that the plain questions ask for at least (R6). It says how soon somebody comes, never how ill.
/// </summary>
public static class MinimumBand
{
    /// <param name="given">The band as given; null, which is also "not sure", counts as Within4Hours.</param>
    public static Band For(Band? given, bool emergencyNow, Answers answers)
    {
        var band = given ?? Band.Within4Hours;
        var least = OfAnswers(emergencyNow, answers);
        return least > band ? least : band;
    }

    private static Band OfAnswers(bool emergencyNow, Answers answers) => (emergencyNow, answers) switch
    {
        (true, _) or (_, { InDangerNow: Answer.Yes }) => Band.Immediate,
        (_, { PlanOrMeans: Answer.Yes, Alone: Answer.Yes }) => Band.Immediate,
        (_, { PlanOrMeans: Answer.Yes }) => Band.Within4Hours,
        (_, { InDangerNow: Answer.Unsure } or { PlanOrMeans: Answer.Unsure } or { Alone: Answer.Unsure }) =>
            Band.Within4Hours,
        _ => Band.NextSupervision,
    };
}
