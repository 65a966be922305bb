using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Import;

/// <summary>The words that the files may use, and what they mean.</summary>
internal static class ImportWords
{
    private static readonly StringComparer Exactly = StringComparer.Ordinal;

    public static readonly IReadOnlyDictionary<string, PanelKind> PanelKinds =
        new Dictionary<string, PanelKind>(Exactly)
        {
            ["college"] = PanelKind.College,
            ["department"] = PanelKind.Department,
            ["division"] = PanelKind.Division,
            ["group"] = PanelKind.Group,
        };

    /// <summary>Student groups are the university's own unless the directory says otherwise.</summary>
    public static readonly IReadOnlyDictionary<string, (ServiceKind Kind, bool Inside)> ServiceKinds =
        new Dictionary<string, (ServiceKind, bool)>(Exactly)
        {
            ["professional,inside"] = (ServiceKind.Professional, true),
            ["professional,outside"] = (ServiceKind.Professional, false),
            ["student_group"] = (ServiceKind.StudentGroup, true),
            ["student_group,inside"] = (ServiceKind.StudentGroup, true),
            ["student_group,outside"] = (ServiceKind.StudentGroup, false),
        };

    public static readonly IReadOnlyDictionary<string, bool> YesOrNo = new Dictionary<string, bool>(Exactly)
    {
        ["yes"] = true,
        ["no"] = false,
        ["y"] = true,
        ["n"] = false,
        ["true"] = true,
        ["false"] = false,
    };

    public static readonly IReadOnlyDictionary<string, Role> Roles = new Dictionary<string, Role>(Exactly)
    {
        ["supporter"] = Role.Supporter,
        ["trainee"] = Role.Trainee,
        ["supervisor"] = Role.Supervisor,
        ["senior_member"] = Role.SeniorMember,
        ["coordinator"] = Role.Coordinator,
        ["auditor"] = Role.Auditor,
        ["data_protection"] = Role.DataProtection,
        ["administrator"] = Role.Administrator,
    };

    public static readonly IReadOnlyDictionary<string, PersonStatus> Statuses =
        new Dictionary<string, PersonStatus>(Exactly)
        {
            ["active"] = PersonStatus.Active,
            ["in_training"] = PersonStatus.InTraining,
            ["on_leave"] = PersonStatus.OnLeave,
            ["stood_down"] = PersonStatus.StoodDown,
            ["suspended"] = PersonStatus.Suspended,
            ["left"] = PersonStatus.Left,
        };

    public static readonly IReadOnlyDictionary<string, Duty> Duties = new Dictionary<string, Duty>(Exactly)
    {
        ["first"] = Duty.First,
        ["deputy"] = Duty.Deputy,
    };

    public static readonly IReadOnlyDictionary<string, RegisterMark> Attendances =
        new Dictionary<string, RegisterMark>(Exactly)
        {
            ["attended"] = RegisterMark.Attended,
            ["made_up"] = RegisterMark.MadeUp,
            ["excused"] = RegisterMark.Excused,
            ["absent"] = RegisterMark.Absent,
            ["cancelled"] = RegisterMark.Cancelled,
            ["planned"] = RegisterMark.Planned,
        };
}
