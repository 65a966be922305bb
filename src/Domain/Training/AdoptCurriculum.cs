using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Training;

/// <summary>
/// Adopt a curriculum whole (R11). Its version is given here, one more than the last; cohorts opened from now on train
/// under it, and those that are open keep theirs.
/// </summary>
public sealed record AdoptCurriculum(Curriculum Curriculum, string? Reason)
{
    /// <summary>Beyond these a number is a slip of the keyboard; no source but that.</summary>
    public const int MaxSessions = 100;
    public const int MaxTopics = 100;

    /// <summary>In characters.</summary>
    public const int MaxTopicWords = 200;

    public static Decision<ProgrammeEvent> Decide(
        AdoptCurriculum command, Programme programme, ProgrammeContext context)
    {
        if (!context.MayKeepOffice) return new OfficeOnly(Rule.R11);
        if (string.IsNullOrWhiteSpace(command.Reason)) return new CurriculumReasonMissing { Missing = ["reason"] };
        var curriculum = command.Curriculum with { Version = programme.Curricula.Count + 1 };
        if (programme.Curricula is [.., var last] && last.Curriculum.ReadsAs(curriculum))
            return Decision<ProgrammeEvent>.AlreadySo;
        if (BrokenBy(curriculum).ToList() is { Count: > 0 } broken)
            return new CurriculumOutOfBounds { Missing = broken };
        return new CurriculumAdopted(curriculum, command.Reason.Trim());
    }

    private static IEnumerable<string> BrokenBy(Curriculum curriculum)
    {
        if (curriculum.Sessions is < 1 or > MaxSessions) yield return "sessions";
        if (curriculum.MinutesPerSession is < 1 or > TrainingSession.MaxMinutes) yield return "minutesPerSession";
        var topics = curriculum.Topics;
        if (topics.Count is < 1 or > MaxTopics || !topics.All(IsReadable)
            || topics.DistinctBy(topic => topic.Id, StringComparer.Ordinal).Count() < topics.Count)
            yield return "topics";
    }

    private static bool IsReadable(Topic topic) =>
        Slug.Is(topic.Id) && !string.IsNullOrWhiteSpace(topic.Words) && topic.Words.Length <= MaxTopicWords;
}

public sealed record CurriculumReasonMissing() : Rejection(
    "curriculum.reasonMissing", Rule.R11, "A curriculum is adopted with a reason, for whoever reads it later. Say why.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>Numbers or topics that nobody could be trained by; each is named.</summary>
public sealed record CurriculumOutOfBounds() : Rejection(
    "curriculum.outOfBounds",
    Rule.R11,
    "A curriculum has sessions of one minute to ten hours, and topics that each have an id of their own and words. "
    + "Change what is named and adopt it again.");
