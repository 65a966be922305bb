namespace Safeguard.Domain.Training;

/// <summary>Something that happened to a training group.</summary>
public abstract record CohortEvent(Guid Cohort);

/// <param name="Trainer">Who trains it and signs its trainees off, and is usually their supervisor later (R10).</param>
/// <param name="Curriculum">The version by which its trainees are judged, whatever is adopted later (R11).</param>
public sealed record CohortOpened(Guid Cohort, string Name, PersonId Trainer, int Curriculum) : CohortEvent(Cohort);

/// <summary>Began training here, or began again after withdrawing; sessions they were at before still count.</summary>
public sealed record TraineeJoined(Guid Cohort, PersonId Trainee) : CohortEvent(Cohort);

/// <param name="Topics">What it went through, by their ids in the curriculum.</param>
/// <param name="Present">The trainees who were there; the minutes and topics are theirs.</param>
public sealed record TrainingSessionHeld(
    Guid Cohort, Guid Session, DateOnly Day, int Minutes, IReadOnlyList<string> Topics, IReadOnlyList<PersonId> Present)
    : CohortEvent(Cohort);

/// <summary>One trainee made up outside the sessions what they had missed.</summary>
/// <param name="Reason">Why they needed it, which may be about their health.</param>
public sealed record CatchUpRecorded(
    Guid Cohort, Guid CatchUp, PersonId Trainee, DateOnly Day, int Minutes, IReadOnlyList<string> Topics,
    Confidential Reason) : CohortEvent(Cohort);

/// <summary>A session or catch-up reads like this from now on; what it said before stays on record (R2).</summary>
public sealed record TrainingSessionCorrected(
    Guid Cohort, Guid Session, DateOnly Day, int Minutes, IReadOnlyList<string> Topics, IReadOnlyList<PersonId> Present,
    Confidential Reason) : CohortEvent(Cohort);

/// <summary>Somebody else trains the cohort from now on.</summary>
public sealed record TrainerChanged(Guid Cohort, PersonId From, PersonId To, Confidential Reason)
    : CohortEvent(Cohort);

/// <summary>The trainer's own word that this person is ready to listen to others.</summary>
public sealed record TraineeSignedOff(Guid Cohort, PersonId Trainee) : CohortEvent(Cohort);

/// <summary>Stopped training here, for now or for good; a sign-off ends with it.</summary>
/// <param name="Reason">Nobody has to say why.</param>
public sealed record TraineeWithdrawn(Guid Cohort, PersonId Trainee, Confidential? Reason) : CohortEvent(Cohort);

/// <summary>No more sessions and no more trainees; catch-ups and sign-offs of those in it may still follow.</summary>
public sealed record CohortClosed(Guid Cohort) : CohortEvent(Cohort);
