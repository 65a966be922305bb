namespace Safeguard.Domain.Supervision;

/// <summary>Something that happened to a supporter or trainee as such.</summary>
public abstract record SupporterEvent(PersonId Supporter);

/// <summary>Training began.</summary>
/// <param name="TrainedBy">The trainer, who is usually the supervisor later (R10); null where it is not known.</param>
public sealed record SupporterEnrolled(PersonId Supporter, PersonId? TrainedBy) : SupporterEvent(Supporter);

/// <summary>Somebody else trains them from now on (R10, R11).</summary>
public sealed record TrainerAssigned(PersonId Supporter, PersonId Trainer) : SupporterEvent(Supporter);

/// <summary>The trainee accepted what a supporter promises (R11).</summary>
/// <param name="Version">Of the text, as the institution numbers it.</param>
public sealed record AgreementAccepted(PersonId Supporter, Agreement Agreement, string Version)
    : SupporterEvent(Supporter);

/// <summary>Became a supporter; the supervision fortnight counts from this day until a session counts (R9).</summary>
public sealed record SupporterActivated(PersonId Supporter, DateOnly Since) : SupporterEvent(Supporter);

/// <param name="Reason">Asked for when the group is not the trainer's (R10).</param>
public sealed record SupervisionGroupAssigned(PersonId Supporter, GroupId Group, string? Reason)
    : SupporterEvent(Supporter);

/// <summary>Was at the own group's session.</summary>
/// <param name="ConfirmedByOffice">Imported by the programme office, which answers for it.</param>
public sealed record SupervisionAttended(
    PersonId Supporter, GroupId Group, Guid Session, DateOnly Day, bool ConfirmedByOffice)
    : SupporterEvent(Supporter);

/// <summary>Made up a session with another group; that group's register, or the office's import, confirms it.</summary>
public sealed record SupervisionMadeUp(
    PersonId Supporter, GroupId Group, Guid Session, DateOnly Day, bool ConfirmedByOffice)
    : SupporterEvent(Supporter);

/// <summary>Was not at the own group's session.</summary>
/// <param name="How">Excused, absent, or made up elsewhere as they say.</param>
public sealed record SupervisionMissed(
    PersonId Supporter, GroupId Group, Guid Session, DateOnly Day, Attendance How, Confidential? Reason)
    : SupporterEvent(Supporter);

/// <summary>
/// The register of a session was corrected for this person; what it said before stays on record (R2).
/// </summary>
/// <param name="Is">What it says now; null where the person was not in it after all.</param>
public sealed record AttendanceCorrected(
    PersonId Supporter, GroupId Group, Guid Session, DateOnly Day, Attendance? Is, bool Guest, Confidential? Reason)
    : SupporterEvent(Supporter);

/// <summary>
/// The due day came, no session of the own group had been held since the last that counted, and none is scheduled:
/// for the Coordinator to mend (R9).
/// </summary>
public sealed record SupervisionNotOffered(PersonId Supporter, DateOnly WasDueOn) : SupporterEvent(Supporter);

/// <summary>The day after the due day came.</summary>
public sealed record BecameOverdue(PersonId Supporter, DateOnly On) : SupporterEvent(Supporter);

/// <summary>The grace is over; the own open case files are to be handed over (R9).</summary>
public sealed record Lapsed(PersonId Supporter, DateOnly On) : SupporterEvent(Supporter);

/// <summary>Current again: they came, or a correction or a cancelled session showed that they never lapsed.</summary>
/// <param name="ConfirmedBy">The Coordinator who confirmed a return after a long lapse (R9); else null.</param>
public sealed record Reinstated(PersonId Supporter, DateOnly On, PersonId? ConfirmedBy) : SupporterEvent(Supporter);

/// <summary>Listed as available to take on a student.</summary>
public sealed record ListedAsAvailable(PersonId Supporter) : SupporterEvent(Supporter);

public sealed record AvailabilityWithdrawn(PersonId Supporter) : SupporterEvent(Supporter);

public sealed record LeaveStarted(PersonId Supporter) : SupporterEvent(Supporter);

public sealed record LeaveEnded(PersonId Supporter) : SupporterEvent(Supporter);

/// <summary>"Stand down for now": needs no reason (R14).</summary>
public sealed record StoodDown(PersonId Supporter) : SupporterEvent(Supporter);

public sealed record StoodUp(PersonId Supporter) : SupporterEvent(Supporter);

/// <param name="Reason">For the supporter and the Coordinators; nobody else is told it.</param>
public sealed record Suspended(PersonId Supporter, Confidential? Reason) : SupporterEvent(Supporter);

public sealed record SuspensionLifted(PersonId Supporter) : SupporterEvent(Supporter);

public sealed record SupporterLeft(PersonId Supporter) : SupporterEvent(Supporter);

/// <summary>What a trainee accepts before becoming a supporter (R11).</summary>
public enum Agreement
{
    CodeOfConduct, Confidentiality,
}
