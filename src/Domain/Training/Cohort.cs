using System.Collections.Immutable;

namespace Safeguard.Domain.Training;

/// <summary>A training group: who trains it by which curriculum, who is in it, what they went through.</summary>
public sealed record Cohort
{
    public const string StreamType = "cohort";

    public static Cohort NotOpened { get; } = new();

    public static Aggregate<Cohort, CohortEvent> Aggregate { get; } =
        new(StreamType, NotOpened, static (cohort, happened, stamp) => cohort.Evolve(happened, stamp));

    public Guid Id { get; init; }
    public bool Opened { get; init; }
    public bool Closed { get; init; }
    public string Name { get; init; } = "";
    public PersonId Trainer { get; init; }

    /// <summary>The version by which its trainees are judged.</summary>
    public int Curriculum { get; init; }

    /// <summary>Everybody who ever joined, those who withdrew included.</summary>
    public ImmutableDictionary<PersonId, TraineeRecord> Trainees { get; init; } =
        ImmutableDictionary<PersonId, TraineeRecord>.Empty;

    /// <summary>Sessions and catch-ups, by the ids that the client made.</summary>
    public ImmutableDictionary<Guid, TrainingSession> Sessions { get; init; } =
        ImmutableDictionary<Guid, TrainingSession>.Empty;

    /// <summary>Joined and has not withdrawn; somebody who became a supporter since is still of their cohort.</summary>
    public bool Has(PersonId trainee) => Trainees.TryGetValue(trainee, out var known) && known.WithdrawnAt is null;

    public Cohort Evolve(CohortEvent happened, Stamp stamp) => happened switch
    {
        CohortOpened e => this with
        {
            Id = e.Cohort,
            Opened = true,
            Name = e.Name,
            Trainer = e.Trainer,
            Curriculum = e.Curriculum,
        },
        TraineeJoined e => With(e.Trainee, new TraineeRecord(stamp.OccurredAt)),
        TrainingSessionHeld e => With(new TrainingSession(e.Session, e.Day, e.Minutes, e.Topics, e.Present)),
        CatchUpRecorded e => With(
            new TrainingSession(e.CatchUp, e.Day, e.Minutes, e.Topics, [e.Trainee]) { CatchUp = true }),
        TrainingSessionCorrected e => Sessions.TryGetValue(e.Session, out var known)
            ? With(known.Corrected(e)) : this,
        TrainerChanged e => this with { Trainer = e.To },
        TraineeSignedOff e => Changed(e.Trainee, known => known with { SignedOffAt = stamp.OccurredAt }),
        TraineeWithdrawn e => Changed(e.Trainee, known => known with
        {
            WithdrawnAt = stamp.OccurredAt,
            SignedOffAt = null,
        }),
        CohortClosed => this with { Closed = true },
        _ => this,
    };

    private Cohort With(TrainingSession session) => this with { Sessions = Sessions.SetItem(session.Id, session) };

    private Cohort With(PersonId trainee, TraineeRecord known) =>
        this with { Trainees = Trainees.SetItem(trainee, known) };

    private Cohort Changed(PersonId trainee, Func<TraineeRecord, TraineeRecord> change) =>
        Trainees.TryGetValue(trainee, out var known) ? With(trainee, change(known)) : this;
}

/// <summary>One person's place in a cohort.</summary>
public sealed record TraineeRecord(DateTimeOffset JoinedAt)
{
    public DateTimeOffset? SignedOffAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
}
