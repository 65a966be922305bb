namespace Safeguard.Api.Audit;

/// <summary>
/// The moments between which an auditor steps: the seconds in which something was recorded. A page shows seconds, so
/// what was recorded within the one that it names was known.
/// </summary>
/// <param name="Seconds">Each with how many events were known at its end, in order.</param>
public sealed record AuditSteps(IReadOnlyList<AuditStep> Seconds)
{
    public static AuditSteps Of(IEnumerable<DateTimeOffset> recorded)
    {
        var (steps, known) = (new List<AuditStep>(), 0);
        foreach (var second in recorded.GroupBy(Second).OrderBy(second => second.Key))
            steps.Add(new(second.Key, known += second.Count()));
        return new(steps);
    }

    public AuditStep First => Seconds[0];

    /// <summary>The step before what was known last at that moment; null at the first and before it.</summary>
    public AuditStep? Back(DateTimeOffset moment) =>
        Seconds.Where(step => step.At <= moment).SkipLast(1).LastOrDefault();

    /// <summary>The next that was recorded after that moment; null after the last.</summary>
    public AuditStep? On(DateTimeOffset moment) => Seconds.FirstOrDefault(step => step.At > moment);

    /// <summary>Where a step leads from that moment; null for now, and for a step that is none.</summary>
    public DateTimeOffset? To(string? step, DateTimeOffset moment) => step switch
    {
        "first" => First.At,
        "back" => (Back(moment) ?? First).At,
        "on" => On(moment)?.At,
        _ => null,
    };

    /// <summary>The whole second that a moment lies in.</summary>
    public static DateTimeOffset Second(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>The last moment of that second.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset moment) =>
        Second(moment) + TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1);
}

/// <param name="Known">How many events were known at the end of that second.</param>
public sealed record AuditStep(DateTimeOffset At, int Known);
