using Safeguard.Domain.People;

namespace Safeguard.Domain.Supervision;

/// <summary>
/// Correct a register for the people named, with a reason. Standing is concluded anew from then on; what was decided on
/// the old facts stays decided, and the old register stays on record (R2).
/// </summary>
public sealed record CorrectRegister(Guid Session, IReadOnlyList<RegisterLine> Lines, string? Reason)
{
    public static Decision<SupervisionGroupEvent> Decide(
        CorrectRegister command, SupervisionGroup group, SupervisionContext context)
    {
        if (GroupAccess.RefusalOf(group, context) is { } refusal) return refusal;
        if (!group.Sessions.TryGetValue(command.Session, out var session)) return new SessionUnknown();
        if (session.Register is null) return new RegisterNotTaken();
        if (Changed(command, session) is not { Count: > 0 } changed)
            return Decision<SupervisionGroupEvent>.AlreadySo;
        if (string.IsNullOrWhiteSpace(command.Reason)) return new CorrectionNeedsReason { Missing = ["reason"] };
        var others = changed.Where(entry => !MayRead(entry, session, group, context))
            .Select(entry => entry.Person.Value).ToList();
        if (others.Count > 0) return new RegisterNamesOthers { Missing = others };
        return new List<SupervisionGroupEvent>
        {
            new RegisterCorrected(group.Id, session.Id, session.Day, changed, new Confidential(command.Reason.Trim())),
        }.And(WelfareCalls.AskedBy(
            [.. command.Lines.Where(line => changed.Exists(entry => entry.Person == line.Person))],
            session, group, context));
    }

    /// <summary>What it is in each person's own stream.</summary>
    public static IReadOnlyList<InStream> Follow(
        CorrectRegister command, SupervisionGroup group, SupervisionContext context)
    {
        var session = group.Sessions[command.Session];
        return [.. Changed(command, session).Select(entry => new InStream(
            Supporter.StreamType, entry.Person.Value, [EventFor(entry)]))];

        AttendanceCorrected EventFor(RegisterCorrection entry) => new(
            entry.Person, group.Id, session.Id, session.Day, entry.Is, IsGuest(entry.Person, session, group, context),
            command.Lines.First(line => line.Person == entry.Person).Reason);
    }

    private static List<RegisterCorrection> Changed(CorrectRegister command, SupervisionSession session) =>
    [
        .. from line in command.Lines.DistinctBy(line => line.Person)
           let was = session.Register!.TryGetValue(line.Person, out var known) ? known : (Attendance?)null
           where was != line.Attendance
           select new RegisterCorrection(line.Person, was, line.Attendance),
    ];

    /// <summary>A member stays in the register; a guest is in it because they came, or is out of it.</summary>
    private static bool MayRead(
        RegisterCorrection entry, SupervisionSession session, SupervisionGroup group, SupervisionContext context) =>
        IsGuest(entry.Person, session, group, context)
            ? entry.Is is null or Attendance.Attended && context.Institution.SupporterOf(entry.Person).Enrolled
            : entry.Is is not null;

    /// <summary>As they were in the register, whichever group they have joined since.</summary>
    private static bool IsGuest(
        PersonId person, SupervisionSession session, SupervisionGroup group, SupervisionContext context) =>
        context.Institution.SupporterOf(person).Attendances.TryGetValue((session.Day, session.Id), out var record)
            ? record.Guest
            : !group.Members.Contains(person);
}

public sealed record RegisterNotTaken() : Rejection(
    "supervision.registerNotTaken", Rule.R9, "The register of this session is not taken yet. Take it first.");

public sealed record CorrectionNeedsReason() : Rejection(
    "supervision.correctionNeedsReason", Rule.R2, "A correction is made with a reason. Say what was wrong.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
