namespace Safeguard.Api.Supervision;

/// <summary>A register as a page's form sends it: with lines in it that say nothing.</summary>
public sealed record PostedRegister(IReadOnlyList<PostedLine>? Attendance = null, string? Reason = null)
{
    private static readonly string[] Explained =
        [nameof(Domain.Supervision.Attendance.Excused), nameof(Domain.Supervision.Attendance.MadeUp)];

    private IEnumerable<PostedLine> Lines => (Attendance ?? []).Where(line => line is { Person: not null });

    /// <summary>Without those whom nobody marked; the rule names those whom it misses.</summary>
    public RegisterRequest Marked() => new([.. Lines.Where(line => line.Attendance is not null).Select(Read)], Reason);

    /// <summary>
    /// Only what somebody changed: a page that was open while another was saved puts nothing back (R2).
    /// </summary>
    public RegisterRequest Changed() => new([.. Lines.Where(line => line.IsChanged).Select(Read)], Reason);

    /// <summary>A reason belongs to an absence; one that was chosen before somebody came is not kept.</summary>
    private static AttendanceRequest Read(PostedLine line) => new(
        line.Person, line.Attendance,
        Explained.Contains(line.Attendance, StringComparer.OrdinalIgnoreCase) ? line.Reason : null);
}

/// <param name="Was">What stood there when the page was opened; left out for somebody who was not in it.</param>
public sealed record PostedLine(
    string? Person = null, string? Attendance = null, string? Reason = null, string? Was = null)
{
    public bool IsChanged => !string.Equals(Attendance, Was, StringComparison.OrdinalIgnoreCase);
}
