using Safeguard.Domain.Programmes;
using Safeguard.Domain.Training;

namespace Safeguard.Projections.Events;

public static partial class EventNames
{
    private static IReadOnlyList<(Type Type, string Name)> Training =>
    [
        (typeof(CurriculumAdopted), "curriculum_adopted"),

        (typeof(CohortOpened), "cohort_opened"),
        (typeof(TraineeJoined), "trainee_joined"),
        (typeof(TrainingSessionHeld), "training_session_held"),
        (typeof(TrainingSessionCorrected), "training_session_corrected"),
        (typeof(TrainerChanged), "trainer_changed"),
        (typeof(CatchUpRecorded), "catch_up_recorded"),
        (typeof(TraineeSignedOff), "trainee_signed_off"),
        (typeof(TraineeWithdrawn), "trainee_withdrawn"),
        (typeof(CohortClosed), "cohort_closed"),
    ];
}
