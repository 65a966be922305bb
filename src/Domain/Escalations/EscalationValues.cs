namespace Safeguard.Domain.Escalations;

public sealed record DecisionTaken(Confidential Decision, Confidential Reason);

/// <summary>The plain questions of R6.</summary>
public sealed record Answers(Answer? InDangerNow, Answer? PlanOrMeans, Answer? Alone)
{
    public static Answers None { get; } = new(null, null, null);
}

public enum Answer
{
    Yes, No, Unsure,
}

/// <summary>
/// What the raiser typed and nobody could read as a band, panel, case file or date: asked about later (R1).
/// </summary>
public sealed record AsTyped(
    Confidential? Band, Confidential? Panel, Confidential? CaseFile, Confidential? OccurredAt, Confidential? Answers);

/// <summary>What else came with the same raise sent again, and the band that it asks for (R1, R6).</summary>
public sealed record Resent(Confidential? Where, bool EmergencyNow, Answers Answers, AsTyped? AsTyped, Band Band);

/// <summary>
/// The numbers of the policy that run after the raise, frozen with the ladder so that the same stream always gives the
/// same wake-ups, whatever policy came later (R5).
/// </summary>
/// <param name="RemindAfter">Acknowledged without contact, crisis bands: a reminder after this.</param>
/// <param name="LapseAfter">Acknowledged without contact, crisis bands: handed on after this.</param>
/// <param name="FollowUpEvery">How often a task comes back to whoever answers for it.</param>
public sealed record Timings(TimeSpan RemindAfter, TimeSpan LapseAfter, TimeSpan FollowUpEvery);

/// <summary>Whom the raiser's debrief is asked of, and by when (R14).</summary>
public sealed record DebriefTask(PersonId Of, DateTimeOffset DueBy);

/// <summary>In person, phone and video count as contact; a message alone does not in a crisis band.</summary>
public enum ContactMode
{
    InPerson, Phone, Video, Message,
}

/// <summary>Why people were paged: their rung's turn, everyone again, or something that happened meanwhile.</summary>
public enum PageReason
{
    Rung, Repeat, Reopened, BandRaised, GotWorse, HandedBack, TransferOffered, HandedOver, Addition, DeadlineMissed,
}

/// <summary>Why a rung or a person on it was not paged.</summary>
public enum SkipReason
{
    NobodyOnDuty, NoSupervisor, Nobody, Conflict, OwnEscalation, NoLongerInRole,
}

/// <summary>Why somebody no longer holds or answers for it.</summary>
public enum LapseReason
{
    NoContact, LeftOrLostRole, Conflict, NobodyBefore,
}

/// <summary>The deadlines an escalation can carry.</summary>
public enum Deadline
{
    AcknowledgeBy, RespondBy, ContactAfterAcknowledging, FollowUp, Closure, Question, Action, Disclosure, Debrief,
}
