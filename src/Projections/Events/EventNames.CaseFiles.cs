using Safeguard.Domain.CaseFiles;

namespace Safeguard.Projections.Events;

public static partial class EventNames
{
    private static IReadOnlyList<(Type Type, string Name)> CaseFiles =>
    [
        (typeof(CaseFileOpened), "case_file_opened"),
        (typeof(HighLoadNoticed), "high_load_noticed"),
        (typeof(StudentIdentified), "student_identified"),
        (typeof(ConsentRecorded), "consent_recorded"),
        (typeof(ContactPlanned), "contact_planned"),
        (typeof(ContactLogged), "contact_logged"),
        (typeof(ContactCorrected), "contact_corrected"),
        (typeof(Signposted), "signposted"),
        (typeof(ReceivedAttached), "received_attached"),
        (typeof(CaseFileResolved), "case_file_resolved"),
        (typeof(CaseFileClosed), "case_file_closed"),
        (typeof(CaseFileReopened), "case_file_reopened"),
        (typeof(MarkedRestricted), "marked_restricted"),
        (typeof(RestrictionLifted), "restriction_lifted"),
        (typeof(LegalHoldPlaced), "legal_hold_placed"),
        (typeof(LegalHoldLifted), "legal_hold_lifted"),
        (typeof(CaseConflictDeclared), "case_conflict_declared"),
        (typeof(CaseQuestionAsked), "case_question_asked"),
        (typeof(CaseQuestionAnswered), "case_question_answered"),
        (typeof(CaseActionRecorded), "case_action_recorded"),
        (typeof(CaseActionDone), "case_action_done"),
        (typeof(InvolvementRecorded), "involvement_recorded"),
        (typeof(CaseDisclosureRecorded), "case_disclosure_recorded"),
        (typeof(DisclosureSeconded), "disclosure_seconded"),
        (typeof(GoalSet), "goal_set"),
        (typeof(GoalMet), "goal_met"),
        (typeof(HandoverOffered), "handover_offered"),
        (typeof(HandoverDeclined), "handover_declined"),
        (typeof(HandoverOfferLapsed), "handover_offer_lapsed"),
        (typeof(CaseFileHandedOver), "case_file_handed_over"),
        (typeof(CaseFileReassigned), "case_file_reassigned"),
        (typeof(CaseItemReassigned), "case_item_reassigned"),
        (typeof(HandoverAsked), "handover_asked"),
        (typeof(HandoverTaskCancelled), "handover_task_cancelled"),
        (typeof(EscalationLinked), "escalation_linked"),
        (typeof(EscalationUnlinked), "escalation_unlinked"),
        (typeof(ReferralLinked), "referral_linked"),
        (typeof(ReferralUnlinked), "referral_unlinked"),
        (typeof(CaseDeadlineMissed), "case_deadline_missed"),
        (typeof(CaseDeadlineExplained), "case_deadline_explained"),
        (typeof(CaseReminderSent), "case_reminder_sent"),
    ];
}
