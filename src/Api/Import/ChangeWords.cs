using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Import;

/// <summary>What an import does, in the words of a programme office.</summary>
internal static class ChangeWords
{
    public static string Of(object happened) => happened switch
    {
        ProgrammeStarted => "programmes started",
        PanelFormed => "panels formed",
        TermDatesSet => "terms set",
        ServiceListed => "services listed",
        ServiceChanged => "services changed",
        PersonAdded => "people added",
        PersonDetailsCorrected => "people with corrected details",
        RoleGranted => "roles granted",
        RoleRevoked => "roles ended",
        PersonLeft => "people who left",
        SupporterEnrolled => "supporters and trainees enrolled",
        SupporterActivated => "supporters activated",
        SupervisionGroupAssigned => "supervision groups assigned",
        LeaveStarted => "supporters on leave",
        StoodDown => "supporters stood down",
        Suspended => "supporters suspended",
        SupporterLeft => "supporters who left",
        GroupFormed => "supervision groups formed",
        SupervisorAssigned => "supervisors assigned",
        MemberJoined => "group members joined",
        MemberLeft => "group members left",
        ShiftPlanned => "shifts planned",
        ShiftCovered => "shifts covered",
        ShiftRemoved => "shifts removed",
        _ => happened.GetType().Name,
    };
}
