using System.Collections.Immutable;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>One session of a cohort, or what one trainee caught up with.</summary>
public sealed record TrainingSession(
    Guid Id, DateOnly Day, int Minutes, IReadOnlyList<string> Topics, IReadOnlyList<PersonId> Present)
{
    /// <summary>Ten hours: a whole training day. More is a slip of the keyboard; no source but that.</summary>
    public const int MaxMinutes = 600;

    public bool CatchUp { get; init; }

    /// <summary>What it said before it was corrected, the first first (R2).</summary>
    public ImmutableList<TrainingSession> Before { get; init; } = [];

    /// <summary>Why it was corrected last; null where it never was.</summary>
    public Confidential? CorrectedBecause { get; init; }

    internal TrainingSession Corrected(TrainingSessionCorrected correction) => this with
    {
        Day = correction.Day,
        Minutes = correction.Minutes,
        Topics = correction.Topics,
        Present = correction.Present,
        Before = Before.Add(this with { Before = [] }),
        CorrectedBecause = correction.Reason,
    };

    /// <summary>Whether it is the same one told again, in whatever order its topics and people are named.</summary>
    internal bool ReadsAs(TrainingSession other) =>
        (Id, Day, Minutes, CatchUp) == (other.Id, other.Day, other.Minutes, other.CatchUp)
        && Topics.ToHashSet(StringComparer.Ordinal).SetEquals(other.Topics)
        && Present.ToHashSet().SetEquals(other.Present);

    /// <summary>What keeps it from being recorded for that cohort; null where nothing does.</summary>
    internal Rejection? RefusalFor(Cohort cohort, SupervisionContext context) =>
        cohort.Sessions.ContainsKey(Id) ? new TrainingSessionExists() : RefusalFor(cohort, context, []);

    /// <param name="onRecord">Who is in it by what is on record already, withdrawn since or not.</param>
    internal Rejection? RefusalFor(Cohort cohort, SupervisionContext context, IReadOnlyList<PersonId> onRecord)
    {
        if (Day > context.Today) return new TrainingDayToCome();
        if (Minutes is < 1 or > MaxMinutes) return new TrainingMinutesOutOfBounds();
        var taught = context.Institution.CurriculumOf(cohort).Topics.Select(topic => topic.Id);
        if (Topics.Except(taught, StringComparer.Ordinal).ToList() is { Count: > 0 } unknown)
            return new TopicUnknown { Missing = unknown };
        return Present.Except(onRecord).Where(person => !cohort.Has(person)).Select(person => person.Value).ToList() is
        { Count: > 0 } others
            ? new NotOfThisCohort { Missing = others }
            : null;
    }

    /// <summary>Each topic and person once, as the event says it.</summary>
    internal TrainingSession NamingEachOnce() => this with
    {
        Topics = [.. Topics.Distinct(StringComparer.Ordinal)],
        Present = [.. Present.Distinct()],
    };
}

public sealed record TrainingSessionExists() : Rejection(
    "training.sessionExists",
    Rule.R11,
    "There is another session or catch-up with this id in this cohort. Look at it, or send this one with a new id.");

public sealed record TrainingDayToCome() : Rejection(
    "training.dayToCome", Rule.R11, "That day is still to come. Record it once it has been held, or check the date.");

public sealed record TrainingMinutesOutOfBounds() : Rejection(
    "training.minutes", Rule.R11, "A session or catch-up lasts from 1 to 600 minutes. Check how long this one was.");

public sealed record TopicUnknown() : Rejection(
    "training.topicUnknown",
    Rule.R11,
    "This cohort's curriculum has no such topic. Choose from its list instead of the ones named.");

public sealed record NotOfThisCohort() : Rejection(
    "training.notOfThisCohort",
    Rule.R11,
    "Those named are not trainees of this cohort. Add them to it first, or leave them out.");
