namespace Safeguard.Domain.Supervision;

/// <summary>What a register says of one person.</summary>
public enum Attendance
{
    /// <summary>Was here. For a guest of another group it makes up what they missed there (R9).</summary>
    Attended,

    /// <summary>Says that they made it up elsewhere: a note, which the other group's register confirms (R9).</summary>
    MadeUp,

    /// <summary>Missed with a reason, illness or an exam; restarts the fortnight once (R9).</summary>
    Excused,

    /// <summary>Missed, no reason known.</summary>
    Absent,
}

/// <summary>One line of a register.</summary>
/// <param name="Attendance">Null in a correction takes a guest out of the register again.</param>
/// <param name="Reason">Why, in a word; shown to the supervisor and the person only.</param>
/// <param name="Call">The id of the welfare call that this line may ask for.</param>
public sealed record RegisterLine(PersonId Person, Attendance? Attendance, Confidential? Reason, Guid Call);

/// <summary>What one session was for one supporter, as the last correction left it.</summary>
/// <param name="Guest">Taken in the register of a group that was not their own.</param>
/// <param name="ConfirmedByOffice">
/// Imported by the programme office, which answers for it: no Coordinator is asked again, however long it had lapsed.
/// </param>
public sealed record AttendanceRecord(
    Guid Session, GroupId Group, DateOnly Day, Attendance Attendance, bool Guest, bool ConfirmedByOffice)
{
    /// <summary>Attended, or made up with another group whose register says so (R9).</summary>
    public bool Counts => Attendance == Attendance.Attended;
}
