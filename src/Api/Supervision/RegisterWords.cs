using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>A register in words: "here, made up, excused, absent".</summary>
public static class RegisterWords
{
    /// <summary>The answers of one line, in the order of the form.</summary>
    public static IReadOnlyList<Attendance> Answers { get; } = Enum.GetValues<Attendance>();

    /// <summary>Reasons that are offered; a word is enough, and no more is asked (R16).</summary>
    public static IReadOnlyList<string> Reasons { get; } =
        ["Illness", "Exam", "Family", "With another group", "Other"];

    public static string Label(this Attendance attendance) => attendance switch
    {
        Attendance.Attended => "Here",
        Attendance.MadeUp => "Made up",
        _ => attendance.ToString(),
    };

    /// <summary>Nothing where the person is not in the register.</summary>
    public static string Label(this Attendance? attendance) => attendance?.Label() ?? "Not in the register";
}
