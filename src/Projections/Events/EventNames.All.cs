using Safeguard.Domain.Escalations;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;

namespace Safeguard.Projections.Events;

public static partial class EventNames
{
    /// <summary>Every event with its stored name, by stream.</summary>
    public static IReadOnlyList<(Type Type, string Name)> All =>
    [
        (typeof(EscalationRaised), "escalation_raised"),
        (typeof(AdditionMade), "addition_made"),
        (typeof(RoutedTo), "routed_to"),
        (typeof(RungSkipped), "rung_skipped"),
        (typeof(PersonSkipped), "person_skipped"),
        (typeof(PageSent), "page_sent"),
        (typeof(PageFailed), "page_failed"),
        (typeof(Acknowledged), "acknowledged"),
        (typeof(AcknowledgementLapsed), "acknowledgement_lapsed"),
        (typeof(AcknowledgementReleased), "acknowledgement_released"),
        (typeof(TransferOffered), "transfer_offered"),
        (typeof(TransferAccepted), "transfer_accepted"),
        (typeof(OwnerReassigned), "owner_reassigned"),
        (typeof(ItemReassigned), "item_reassigned"),
        (typeof(ContactMade), "contact_made"),
        (typeof(ContactNeededAgain), "contact_needed_again"),
        (typeof(BandRaised), "band_raised"),
        (typeof(BandLowered), "band_lowered"),
        (typeof(ActionRecorded), "action_recorded"),
        (typeof(ActionDone), "action_done"),
        (typeof(QuestionAsked), "question_asked"),
        (typeof(QuestionAnswered), "question_answered"),
        (typeof(EmergencyServicesInvolved), "emergency_services_involved"),
        (typeof(DisclosureRecorded), "disclosure_recorded"),
        (typeof(HandedOver), "handed_over"),
        (typeof(SafeForNowRecorded), "safe_for_now_recorded"),
        (typeof(DebriefHeld), "debrief_held"),
        (typeof(DebriefDeclined), "debrief_declined"),
        (typeof(EscalationClosed), "escalation_closed"),
        (typeof(EscalationReopened), "escalation_reopened"),
        (typeof(DeadlineMissed), "deadline_missed"),
        (typeof(DeadlineExplained), "deadline_explained"),
        (typeof(ReminderSent), "reminder_sent"),

        (typeof(ProgrammeStarted), "programme_started"),
        (typeof(PolicyAdopted), "policy_adopted"),
        (typeof(TermDatesSet), "term_dates_set"),
        (typeof(PanelFormed), "panel_formed"),
        (typeof(PanelClosed), "panel_closed"),
        (typeof(ServiceListed), "service_listed"),
        (typeof(ServiceChanged), "service_changed"),
        (typeof(ServiceWithdrawn), "service_withdrawn"),

        .. Training,

        .. CaseFiles,
        .. Referrals,


        (typeof(PersonAdded), "person_added"),
        (typeof(PersonDetailsCorrected), "person_details_corrected"),
        (typeof(SignInLinked), "sign_in_linked"),
        (typeof(CalendarLinkRenewed), "calendar_link_renewed"),
        (typeof(RoleGranted), "role_granted"),
        (typeof(RoleRevoked), "role_revoked"),
        (typeof(PersonLeft), "person_left"),
        (typeof(PersonReturned), "person_returned"),
        (typeof(ConflictDeclared), "conflict_declared"),
        (typeof(ConflictEnded), "conflict_ended"),

        .. Access,

        (typeof(SupporterEnrolled), "supporter_enrolled"),
        (typeof(SupporterActivated), "supporter_activated"),
        (typeof(SupervisionGroupAssigned), "supervision_group_assigned"),
        (typeof(LeaveStarted), "leave_started"),
        (typeof(LeaveEnded), "leave_ended"),
        (typeof(StoodDown), "stood_down"),
        (typeof(StoodUp), "stood_up"),
        (typeof(Suspended), "suspended"),
        (typeof(SuspensionLifted), "suspension_lifted"),
        (typeof(SupporterLeft), "supporter_left"),
        (typeof(TrainerAssigned), "trainer_assigned"),
        (typeof(AgreementAccepted), "agreement_accepted"),
        (typeof(SupervisionAttended), "supervision_attended"),
        (typeof(SupervisionMadeUp), "supervision_made_up"),
        (typeof(SupervisionMissed), "supervision_missed"),
        (typeof(AttendanceCorrected), "attendance_corrected"),
        (typeof(SupervisionNotOffered), "supervision_not_offered"),
        (typeof(BecameOverdue), "became_overdue"),
        (typeof(Lapsed), "lapsed"),
        (typeof(Reinstated), "reinstated"),
        (typeof(ListedAsAvailable), "listed_as_available"),
        (typeof(AvailabilityWithdrawn), "availability_withdrawn"),

        (typeof(GroupFormed), "group_formed"),
        (typeof(SupervisorAssigned), "supervisor_assigned"),
        (typeof(MemberJoined), "member_joined"),
        (typeof(MemberLeft), "member_left"),
        (typeof(SupervisorStoodAside), "supervisor_stood_aside"),
        (typeof(SupervisorTasksReassigned), "supervisor_tasks_reassigned"),
        (typeof(SessionScheduled), "session_scheduled"),
        (typeof(SessionMoved), "session_moved"),
        (typeof(SessionCancelled), "session_cancelled"),
        (typeof(RegisterTaken), "register_taken"),
        (typeof(RegisterCorrected), "register_corrected"),
        (typeof(SessionNoteAdded), "session_note_added"),
        (typeof(BetweenSessionsContactRequested), "between_sessions_contact_requested"),
        (typeof(BetweenSessionsContactMade), "between_sessions_contact_made"),
        (typeof(WelfareCallAsked), "welfare_call_asked"),
        (typeof(WelfareCallMade), "welfare_call_made"),
        (typeof(SupervisorTaskLate), "supervisor_task_late"),

        (typeof(ShiftPlanned), "shift_planned"),
        (typeof(ShiftCovered), "shift_covered"),
        (typeof(ShiftRemoved), "shift_removed"),
        (typeof(DutyConfirmed), "duty_confirmed"),
        (typeof(DutyUnconfirmed), "duty_unconfirmed"),
        (typeof(CoverGapFound), "cover_gap_found"),
    ];
}
