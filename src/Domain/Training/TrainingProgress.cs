using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>
/// How far somebody has come through the training gate (R11), as a pure function of what is recorded, by the curriculum
/// that they trained under.
/// </summary>
/// <param name="Curriculum">Its version.</param>
public sealed record TrainingProgress(PersonId Trainee, int Curriculum)
{
    /// <summary>Sessions and catch-ups together; may be more than is needed.</summary>
    public int MinutesDone { get; init; }
    public int MinutesNeeded { get; init; }

    /// <summary>In the order of the curriculum.</summary>
    public IReadOnlyList<Topic> TopicsMissing { get; init; } = [];
    public DateTimeOffset? SignedOffAt { get; init; }
    public IReadOnlyList<Agreement> AgreementsMissing { get; init; } = [];

    /// <summary>Since when they are a supporter; null while they train.</summary>
    public DateOnly? ActiveSince { get; init; }

    /// <summary>
    /// Everything that is missing, panel and group aside, by its stable word: <c>hours</c>, <c>topic:referrals</c>,
    /// <c>signOff</c>, <c>agreement:confidentiality</c>.
    /// </summary>
    public IReadOnlyList<string> Missing =>
    [
        .. MinutesDone < MinutesNeeded ? ["hours"] : Array.Empty<string>(),
        .. TopicsMissing.Select(topic => $"topic:{topic.Id}"),
        .. SignedOffAt is null ? ["signOff"] : Array.Empty<string>(),
        .. AgreementsMissing.Select(agreement => $"agreement:{WordFor(agreement)}"),
    ];

    /// <param name="cohort">Where they train; one that was never opened for somebody in none.</param>
    public static TrainingProgress Of(PersonId trainee, Cohort cohort, Curriculum curriculum, Supporter supporter)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(curriculum);
        ArgumentNullException.ThrowIfNull(supporter);
        var attended = cohort.Sessions.Values.Where(session => session.Present.Contains(trainee)).ToList();
        var covered = attended.SelectMany(session => session.Topics).ToHashSet(StringComparer.Ordinal);
        return new TrainingProgress(trainee, curriculum.Version)
        {
            MinutesDone = attended.Sum(session => session.Minutes),
            MinutesNeeded = curriculum.MinutesNeeded(),
            TopicsMissing = [.. curriculum.Topics.Where(topic => !covered.Contains(topic.Id))],
            SignedOffAt = cohort.Trainees.GetValueOrDefault(trainee)?.SignedOffAt,
            AgreementsMissing =
                [.. Enum.GetValues<Agreement>().Where(agreement => !supporter.Agreements.ContainsKey(agreement))],
            ActiveSince = supporter.ActiveSince,
        };
    }

    private static string WordFor(Agreement agreement) => agreement switch
    {
        Agreement.CodeOfConduct => "codeOfConduct",
        Agreement.Confidentiality => "confidentiality",
        _ => throw new ArgumentOutOfRangeException(nameof(agreement), agreement, "An agreement without a word."),
    };
}
