using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>Who stands around a case file in a test: two panels, and everybody whom a rule knows.</summary>
internal static class Around
{
    public static PanelId Alder { get; } = new("alder-college");
    public static PanelId Law { get; } = new("law");

    public static Caller Owner { get; } = Is("ida", Role.Supporter, Alder);
    public static Caller Other { get; } = Is("ben", Role.Supporter, Alder);
    public static Caller LawSupporter { get; } = Is("hugo", Role.Supporter, Law);
    public static Caller Duty { get; } = Is("vera", Role.SeniorMember, Alder);
    public static Caller Deputy { get; } = Is("otto", Role.SeniorMember, Alder);
    public static Caller LawSenior { get; } = Is("lena", Role.SeniorMember, Law);
    public static Caller Supervisor { get; } = Is("sue", Role.Supervisor, panel: null);
    public static Caller OtherSupervisor { get; } = Is("sid", Role.Supervisor, panel: null);
    public static Caller Coordinator { get; } = Is("cass", Role.Coordinator, panel: null);
    public static Caller DataProtection { get; } = Is("dora", Role.DataProtection, panel: null);
    public static Caller Administrator { get; } = Is("adam", Role.Administrator, panel: null);
    public static Caller Trainee { get; } = Is("tom", Role.Trainee, Alder);

    public static IReadOnlyList<Caller> Everybody { get; } =
    [
        Owner, Other, LawSupporter, Duty, Deputy, LawSenior, Supervisor, OtherSupervisor, Coordinator, DataProtection,
        Administrator, Trainee,
    ];

    public static CaseCircle Circle { get; } = new(
        Duty.Person, Deputy.Person, [Duty.Person, Deputy.Person], null, [Coordinator.Person], [], []);

    public static Caller? Known(PersonId? person) => Everybody.FirstOrDefault(one => one.Person == person);

    /// <summary>Ida and Hugo are in Sue's group, Ben in Sid's.</summary>
    public static PersonId? SupervisorOf(PersonId? supporter) =>
        supporter == Owner.Person || supporter == LawSupporter.Person ? Supervisor.Person
        : supporter == Other.Person ? OtherSupervisor.Person
        : null;

    private static Caller Is(string person, Role role, PanelId? panel) => new(new(person), [new(role, panel)]);
}
