using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

/// <summary>The people of the scenarios, on one panel, with nobody missing.</summary>
internal static class People
{
    public static PanelId Panel { get; } = new("alder-college");
    public static PanelId OtherPanel { get; } = new("beech-college");

    public static Caller Raiser { get; } = Somebody("raiser", Role.Supporter);
    public static Caller Duty { get; } = Somebody("duty", Role.SeniorMember);
    public static Caller Deputy { get; } = Somebody("deputy", Role.SeniorMember);
    public static Caller Senior { get; } = Somebody("senior", Role.SeniorMember);
    public static Caller Supervisor { get; } = new(new("supervisor"), [new(Role.Supervisor, null)]);
    public static Caller Coordinator { get; } = new(new("coordinator"), [new(Role.Coordinator, null)]);
    public static Caller SecondCoordinator { get; } = new(new("coordinator2"), [new(Role.Coordinator, null)]);
    public static Caller OtherSupporter { get; } = Somebody("supporter", Role.Supporter);
    public static Caller OtherSenior { get; } = new(new("elsewhere"), [new(Role.SeniorMember, OtherPanel)]);
    public static Caller OtherSupervisor { get; } = new(new("supervisor2"), [new(Role.Supervisor, null)]);

    public static Cover Cover { get; } = new(
        Duty.Person,
        Deputy.Person,
        [Duty.Person, Deputy.Person, Senior.Person],
        Supervisor.Person,
        [Coordinator.Person, SecondCoordinator.Person],
        Conflicted: [],
        NextSupervision: null);

    public static Caller Somebody(string id, Role role) => new(new(id), [new(role, Panel)]);
}
