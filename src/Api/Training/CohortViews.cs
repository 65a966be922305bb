using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Training;

/// <summary>The cohorts that the reader keeps, and the form that opens one.</summary>
public sealed record CohortsView(IReadOnlyList<CohortLine> Cohorts)
{
    public bool MayOpen { get; init; }
    public IReadOnlyList<Choice> Trainers { get; init; } = [];
    public Refused? Refused { get; init; }
}

/// <param name="Ready">Trainees who lack nothing but their activation.</param>
public sealed record CohortLine(string Id, string Name, string Trainer, int Trainees, int Ready, bool Closed);

/// <summary>One cohort: how far each trainee has come, what was held, and what its keepers can record.</summary>
/// <param name="Topics">Of its curriculum, in order.</param>
public sealed record CohortView(
    string Id, string Name, string Trainer, IReadOnlyList<TraineeView> Trainees, IReadOnlyList<Choice> Topics)
{
    public bool Closed { get; init; }
    public IReadOnlyList<TrainingSessionView> Sessions { get; init; } = [];

    /// <summary>Trainees who are in no cohort yet.</summary>
    public IReadOnlyList<Choice> Joinable { get; init; } = [];

    /// <summary>Panels and groups that a new supporter can join; only for Coordinators.</summary>
    public IReadOnlyList<Choice> Panels { get; init; } = [];
    public IReadOnlyList<Choice> Groups { get; init; } = [];

    /// <summary>Everybody who ever was in it, for a correction.</summary>
    public IReadOnlyList<Choice> Everybody { get; init; } = [];

    /// <summary>Who else could train it; only for Coordinators.</summary>
    public IReadOnlyList<Choice> Trainers { get; init; } = [];

    /// <summary>The reader may say that a trainee is ready.</summary>
    public bool MaySignOff { get; init; }

    /// <summary>The reader may make a supporter.</summary>
    public bool MayActivate { get; init; }
    public Refused? Refused { get; init; }

    public string Address => $"/cohorts/{Id}";
}

/// <param name="Missing">In words; empty once nothing but panel and group is.</param>
/// <param name="ActiveSince">Null while they train.</param>
public sealed record TraineeView(
    string Id, string Name, int MinutesDone, int MinutesNeeded, IReadOnlyList<string> Missing, bool SignedOff,
    DateOnly? ActiveSince);

/// <param name="Topics">In words.</param>
public sealed record TrainingSessionView(
    string Id, DateOnly Day, int Minutes, IReadOnlyList<string> Topics, int Present, bool CatchUp)
{
    /// <summary>What was ticked when it was recorded, for a correction to begin with.</summary>
    public IReadOnlyList<string> TopicIds { get; init; } = [];
    public IReadOnlyList<string> PresentIds { get; init; } = [];

    /// <summary>What it said before it was corrected, the first first.</summary>
    public IReadOnlyList<TrainingSessionView> Before { get; init; } = [];

    /// <summary>Why it was corrected last.</summary>
    public string? CorrectedBecause { get; init; }
}
