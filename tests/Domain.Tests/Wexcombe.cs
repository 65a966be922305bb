using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Tests;

/// <summary>A corner of a university: one college with two Senior Members, and whoever else a rule needs.</summary>
internal static class Wexcombe
{
    /// <summary>A Friday at noon in term, in winter time.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static PanelId Alder { get; } = new("alder-college");
    public static PanelId Law { get; } = new("law");
    public static GroupId G1 { get; } = new("g01");

    public static PersonId Vera { get; } = new("vera");
    public static PersonId Otto { get; } = new("otto");
    public static PersonId Cass { get; } = new("cass");
    public static PersonId Adam { get; } = new("adam");
    public static PersonId Sue { get; } = new("sue");
    public static PersonId Ida { get; } = new("ida");
    public static PersonId Tom { get; } = new("tom");

    /// <summary>Vera and Otto are Alder's Senior Members; Cass coordinates, Adam administers, Sue supervises g01, in
    /// which Ida is a supporter; Tom is Sue's trainee.</summary>
    public static Institution University { get; } = Institution.Empty.After(
        new ProgrammeStarted(Programme.Listening, ProgrammeKind.Listening),
        new PanelFormed(Alder, "Alder College", PanelKind.College),
        new PanelFormed(Law, "Law", PanelKind.Department),
        Added(Vera), new RoleGranted(Vera, Role.SeniorMember, Alder),
        Added(Otto), new RoleGranted(Otto, Role.SeniorMember, Alder),
        Added(Cass), new RoleGranted(Cass, Role.Coordinator, Panel: null),
        Added(Adam), new RoleGranted(Adam, Role.Administrator, Panel: null),
        Added(Sue), new RoleGranted(Sue, Role.Supervisor, Panel: null),
        Added(Ida), new RoleGranted(Ida, Role.Supporter, Alder),
        Added(Tom), new RoleGranted(Tom, Role.Trainee, Alder),
        new GroupFormed(G1), new SupervisorAssigned(G1, Sue),
        new SupporterEnrolled(Ida, TrainedBy: null), new SupporterActivated(Ida, new DateOnly(2025, 10, 1)),
        new SupervisionGroupAssigned(Ida, G1, Reason: null), new MemberJoined(G1, Ida),
        new SupporterEnrolled(Tom, Sue));

    public static Caller Coordinator { get; } = new(Cass, [new RoleGrant(Role.Coordinator, Panel: null)]);
    public static Caller Administrator { get; } = new(Adam, [new RoleGrant(Role.Administrator, Panel: null)]);
    public static Caller AsSupporter { get; } = new(Ida, [new RoleGrant(Role.Supporter, Alder)]);

    public static Caller SeniorMember(PersonId person, PanelId? panel = null) =>
        new(person, [new RoleGrant(Role.SeniorMember, panel ?? Alder)]);

    public static PersonAdded Added(PersonId person) =>
        new(person, new Confidential($"Name of {person}"), Email: null, Phone: null);

    public static Stamp Stamp(DateTimeOffset at, PersonId? by = null) =>
        new(by ?? Cass, Role.Coordinator, at, at, PolicyVersion: 0);

    public static Institution After(this Institution institution, params object[] events) =>
        institution.At(Noon, events);

    public static Institution At(this Institution institution, DateTimeOffset moment, params object[] events) =>
        events.Aggregate(institution, (before, happened) => before.Apply(happened, Stamp(moment)));

    public static Programme After(this Programme programme, params ProgrammeEvent[] events) =>
        events.Aggregate(programme, (before, happened) => before.Evolve(happened, Stamp(Noon)));

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static DateTimeOffset Utc(int month, int day, int hour, int minute = 0) =>
        new(2026, month, day, hour, minute, 0, TimeSpan.Zero);

    /// <summary>A shift of Alder's rota, planned long before.</summary>
    public static ShiftPlanned Shift(
        int id, PersonId person, DateTimeOffset starts, DateTimeOffset ends, Duty duty = Duty.First) =>
        new(Alder, Id(id), duty, person, starts, ends);

    public static PanelRota RotaOf(params RotaEvent[] events) =>
        events.Aggregate(PanelRota.Unplanned, (rota, happened) => rota.Evolve(happened, Stamp(Utc(9, 1, 9))));
}
