using Safeguard.Domain.People;

namespace Safeguard.Domain.Supervision;

/// <summary>
/// Take the register of a session: one command that changes the group and every person's own stream together or not at
/// all. Members are each named once; a guest who came makes up what they missed in their own group (R9).
/// </summary>
public sealed record TakeRegister(Guid Session, IReadOnlyList<RegisterLine> Lines)
{
    /// <summary>Lines of one register: members and guests. A group has about twenty members.</summary>
    public const int MaxLines = 200;

    public static Decision<SupervisionGroupEvent> Decide(
        TakeRegister command, SupervisionGroup group, SupervisionContext context)
    {
        if (GroupAccess.RefusalOf(group, context) is { } refusal) return refusal;
        if (!group.Sessions.TryGetValue(command.Session, out var session)) return new SessionUnknown();
        if (session.Cancelled) return new SessionWasCancelled();
        if (session.Register is { } taken)
            return command.Lines.Count == taken.Count && command.Lines.All(line =>
                taken.TryGetValue(line.Person, out var was) && was == line.Attendance)
                ? Decision<SupervisionGroupEvent>.AlreadySo
                : new RegisterIsTaken();
        if (session.Day > context.Today) return new SessionToCome();
        if (UnknownIn(command.Lines, group, context) is { Count: > 0 } unknown)
            return new RegisterNamesOthers { Missing = unknown };
        if (MissingFrom(command.Lines, session, group, context) is { Count: > 0 } missing)
            return new RegisterIncomplete { Missing = missing };
        var entries = command.Lines.Select(line => new RegisterEntry(line.Person, line.Attendance!.Value));
        return new List<SupervisionGroupEvent>
        {
            new RegisterTaken(group.Id, session.Id, session.Day, [.. entries]),
        }.And(WelfareCalls.AskedBy(command.Lines, session, group, context));
    }

    /// <summary>What it is in each person's own stream.</summary>
    public static IReadOnlyList<InStream> Follow(
        TakeRegister command, SupervisionGroup group, SupervisionContext context)
    {
        var session = group.Sessions[command.Session];
        return [.. command.Lines.Select(line => new InStream(
            Supporter.StreamType, line.Person.Value, [EventFor(line, session, group)]))];
    }

    private static SupporterEvent EventFor(RegisterLine line, SupervisionSession session, SupervisionGroup group) =>
        line.Attendance switch
        {
            Attendance.Attended when group.Members.Contains(line.Person) =>
                new SupervisionAttended(line.Person, group.Id, session.Id, session.Day, ConfirmedByOffice: false),
            Attendance.Attended => new SupervisionMadeUp(
                line.Person, group.Id, session.Id, session.Day, ConfirmedByOffice: false),
            var how => new SupervisionMissed(
                line.Person, group.Id, session.Id, session.Day, how!.Value, line.Reason),
        };

    /// <summary>Named twice, not a supporter, or a guest who did not come.</summary>
    private static List<string> UnknownIn(
        IReadOnlyList<RegisterLine> lines, SupervisionGroup group, SupervisionContext context) =>
        [.. lines.GroupBy(line => line.Person)
            .Where(same => same.Count() > 1 || !MayBeIn(same.First(), group, context))
            .Select(same => same.Key.Value)];

    private static bool MayBeIn(RegisterLine line, SupervisionGroup group, SupervisionContext context) =>
        line.Attendance is not null
        && (group.Members.Contains(line.Person)
            || (line.Attendance == Attendance.Attended && context.Institution.SupporterOf(line.Person).Enrolled));

    /// <summary>Active members who had joined by then; whoever is on leave or stood down may be left out.</summary>
    private static List<string> MissingFrom(
        IReadOnlyList<RegisterLine> lines, SupervisionSession session, SupervisionGroup group,
        SupervisionContext context)
    {
        var named = lines.Select(line => line.Person).ToHashSet();
        return [.. group.Members.Where(member => !named.Contains(member) && IsExpected(member))
            .Select(member => member.Value).Order(StringComparer.Ordinal)];

        bool IsExpected(PersonId member)
        {
            var supporter = context.Institution.SupporterOf(member);
            return supporter.Status == PersonStatus.Active
                && (supporter.InGroupSince is not { } since || context.Calendar.Day(since) <= session.Day);
        }
    }
}

public sealed record SessionToCome() : Rejection(
    "supervision.sessionToCome", Rule.R9, "This session has not been held yet. Take its register on the day.");

public sealed record RegisterIncomplete() : Rejection(
    "supervision.registerIncomplete",
    Rule.R9,
    "Somebody of the group is not in the register. Say of each one named whether they were here.");

public sealed record RegisterNamesOthers() : Rejection(
    "supervision.registerNamesOthers",
    Rule.R9,
    "Each person is named once; a guest is a supporter of another group who was here. Check the ones named.");
