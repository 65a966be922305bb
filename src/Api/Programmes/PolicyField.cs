using System.Globalization;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>
/// One value of the policy on a form: how it is shown and how it is read back. One table serves the page, the form and
/// "what changed", so that no value can be forgotten in one of them; a test counts them.
/// </summary>
/// <param name="Name">The value's JSON name, which the form sends as well.</param>
/// <param name="Group">The heading under which it stands.</param>
/// <param name="Label">What it decides, in words.</param>
/// <param name="Show">How it reads, in a form that <paramref name="Read"/> takes.</param>
/// <param name="Read">The policy with the value that was typed; null where it cannot be read.</param>
public sealed record PolicyField(
    string Name, string Group, string Label, Func<Policy, string> Show, Func<Policy, string, Policy?> Read)
{
    private const string Paging = "Who is paged when";
    private const string Answering = "“I have it” is due";
    private const string Responding = "Speaking with the student is due";
    private const string Afterwards = "Afterwards";
    private const string CaseFiles = "Case files";
    private const string Supervising = "Supervision";
    private const string Referring = "Referrals";
    private const string Rota = "Rota";
    private const string Institution = "Institution";
    private const string WorkingDay = "working day";

    /// <summary>Every value, in the order of the page.</summary>
    public static IReadOnlyList<PolicyField> All { get; } =
    [
        Lengths("rungsAfter", Paging, "Duty, Deputy, the panel, Coordinators: after",
            p => p.RungsAfter, (p, v) => p with { RungsAfter = v }),
        Length("repeatEvery", Paging, "Then everyone again, every",
            p => p.RepeatEvery, (p, v) => p with { RepeatEvery = v }),
        Length("remindAfter", Paging, "Taken but not spoken with: a reminder after",
            p => p.RemindAfter, (p, v) => p with { RemindAfter = v }),
        Length("acknowledgementLapsesAfter", Paging, "Taken but not spoken with: handed on after",
            p => p.AcknowledgementLapsesAfter, (p, v) => p with { AcknowledgementLapsesAfter = v }),
        Length("acknowledgeImmediate", Answering, "Immediate, after",
            p => p.AcknowledgeImmediate, (p, v) => p with { AcknowledgeImmediate = v }),
        Length("acknowledgeWithin4Hours", Answering, "Within 4 hours, after",
            p => p.AcknowledgeWithin4Hours, (p, v) => p with { AcknowledgeWithin4Hours = v }),
        Length("acknowledgeWithin24Hours", Answering, "Within 24 hours, after",
            p => p.AcknowledgeWithin24Hours, (p, v) => p with { AcknowledgeWithin24Hours = v }),
        Counted("acknowledgeWithin72HoursWorkingDays", Answering, "Within 72 hours, after", WorkingDay,
            p => p.AcknowledgeWithin72HoursWorkingDays, (p, v) => p with { AcknowledgeWithin72HoursWorkingDays = v }),
        Length("respondImmediate", Responding, "Immediate, after",
            p => p.RespondImmediate, (p, v) => p with { RespondImmediate = v }),
        Length("respondWithin4Hours", Responding, "Within 4 hours, after",
            p => p.RespondWithin4Hours, (p, v) => p with { RespondWithin4Hours = v }),
        Length("respondWithin24Hours", Responding, "Within 24 hours, after",
            p => p.RespondWithin24Hours, (p, v) => p with { RespondWithin24Hours = v }),
        Length("respondWithin72Hours", Responding, "Within 72 hours, after",
            p => p.RespondWithin72Hours, (p, v) => p with { RespondWithin72Hours = v }),
        Length("followUpEvery", Afterwards, "After contact, look in on it every",
            p => p.FollowUpEvery, (p, v) => p with { FollowUpEvery = v }),
        Counted("closeWithinWorkingDays", Afterwards, "Finish the record within", WorkingDay,
            p => p.CloseWithinWorkingDays, (p, v) => p with { CloseWithinWorkingDays = v }),
        Length("questionWithin", Afterwards, "Answer a question within",
            p => p.QuestionWithin, (p, v) => p with { QuestionWithin = v }),
        Length("disclosureWithin", Afterwards, "Write down what was shared within",
            p => p.DisclosureWithin, (p, v) => p with { DisclosureWithin = v }),
        Length("debriefWithin", Afterwards, "Talk with the raiser within",
            p => p.DebriefWithin, (p, v) => p with { DebriefWithin = v }),
        Length("leaversMayRaiseFor", Afterwards, "Somebody who left may still raise for",
            p => p.LeaversMayRaiseFor, (p, v) => p with { LeaversMayRaiseFor = v }),
        Counted("openFilesBeforeWarning", CaseFiles, "The supervisor hears of more than", "open file",
            p => p.OpenFilesBeforeWarning, (p, v) => p with { OpenFilesBeforeWarning = v }),
        Length("reviewCaseFileEvery", CaseFiles, "Look in on a case file without contact after",
            p => p.ReviewCaseFileEvery, (p, v) => p with { ReviewCaseFileEvery = v }),
        Length("handoverWithin", CaseFiles, "Answer an offered case file within",
            p => p.HandoverWithin, (p, v) => p with { HandoverWithin = v }),
        Counted("closeCaseFileWithinWorkingDays", CaseFiles, "Close a resolved case file within", WorkingDay,
            p => p.CloseCaseFileWithinWorkingDays, (p, v) => p with { CloseCaseFileWithinWorkingDays = v }),
        Length("supervisionInterval", Supervising, "Every supporter comes within, in days of term",
            p => p.SupervisionInterval, (p, v) => p with { SupervisionInterval = v }),
        Counted("dueSoonTermDays", Supervising, "Due soon before it, by", "term day",
            p => p.DueSoonTermDays, (p, v) => p with { DueSoonTermDays = v }),
        Counted("graceTermDays", Supervising, "Overdue becomes lapsed after", "term day",
            p => p.GraceTermDays, (p, v) => p with { GraceTermDays = v }),
        Counted("excusedRestarts", Supervising, "Start it again when excused, in a row", "absence",
            p => p.ExcusedRestarts, (p, v) => p with { ExcusedRestarts = v }),
        Counted("confirmReturnAfterDays", Supervising, "A Coordinator confirms a return when lapsed for", "day",
            p => p.ConfirmReturnAfterDays, (p, v) => p with { ConfirmReturnAfterDays = v }),
        Counted("welfareCallAfterAbsences", Supervising, "A welfare call after unexplained, in a row", "absence",
            p => p.WelfareCallAfterAbsences, (p, v) => p with { WelfareCallAfterAbsences = v }),
        Length("welfareCallWithin", Supervising, "The welfare call within",
            p => p.WelfareCallWithin, (p, v) => p with { WelfareCallWithin = v }),
        Length("betweenSessionsWithin", Supervising, "Contact between sessions within",
            p => p.BetweenSessionsWithin, (p, v) => p with { BetweenSessionsWithin = v }),
        Length("betweenSessionsInCrisisWithin", Supervising, "Contact between sessions in a crisis within",
            p => p.BetweenSessionsInCrisisWithin, (p, v) => p with { BetweenSessionsInCrisisWithin = v }),
        Counted("referralReplyWorkingDays", Referring, "A reminder when nothing was heard for", WorkingDay,
            p => p.ReferralReplyWorkingDays, (p, v) => p with { ReferralReplyWorkingDays = v }),
        Counted("referralReminders", Referring, "The Coordinators are told after", "reminder",
            p => p.ReferralReminders, (p, v) => p with { ReferralReminders = v }),
        Counted("referralSeenCheckDays", Referring, "Accepted: ask whether they were seen after", "day",
            p => p.ReferralSeenCheckDays, (p, v) => p with { ReferralSeenCheckDays = v }),
        Lengths("gapAlarmsAhead", Rota, "Alarms for a gap in cover, ahead by",
            p => p.GapAlarmsAhead, (p, v) => p with { GapAlarmsAhead = v }),
        Length("confirmDutyWithin", Rota, "Alarm when a duty is not confirmed, after",
            p => p.ConfirmDutyWithin, (p, v) => p with { ConfirmDutyWithin = v }),
        new("timeZone", Institution, "Time zone", p => p.TimeZone, (p, v) => p with { TimeZone = v.Trim() }),
        new("quickHideTo", Institution, "Hide leaves for",
            p => p.QuickHideTo, (p, v) => p with { QuickHideTo = v.Trim() }),
        TimeOfDay("workingDayStarts", "A working day starts at",
            p => p.WorkingDayStarts, (p, v) => p with { WorkingDayStarts = v }),
        TimeOfDay("workingDayEnds", "A working day ends at",
            p => p.WorkingDayEnds, (p, v) => p with { WorkingDayEnds = v }),
        new("holidays", Institution, "Days on which nobody works",
            p => string.Join(", ", p.Holidays.Select(Day)), ReadHolidays),
    ];

    /// <summary>The labels of the values in which two policies differ.</summary>
    public static IReadOnlyList<string> Differences(Policy before, Policy after) =>
        [.. All.Where(field => field.Show(before) != field.Show(after))
            .Select(field => $"{field.Group}: {field.Label}: {Shown(field, after)}, was {Shown(field, before)}")];

    /// <summary>The value in words, an empty one as well.</summary>
    public static string Shown(PolicyField field, Policy policy) =>
        field.Show(policy) is { Length: > 0 } shown ? shown : "none";

    private static PolicyField Length(
        string name, string group, string label, Func<Policy, TimeSpan> get, Func<Policy, TimeSpan, Policy> set) =>
        new(name, group, label, p => WrittenDuration.Write(get(p)),
            (p, typed) => WrittenDuration.Read(typed) is { } length ? set(p, length) : null);

    private static PolicyField Lengths(
        string name, string group, string label,
        Func<Policy, IReadOnlyList<TimeSpan>> get, Func<Policy, IReadOnlyList<TimeSpan>, Policy> set) =>
        new(name, group, label, p => string.Join(", ", get(p).Select(WrittenDuration.Write)),
            (p, typed) => Each(typed, WrittenDuration.Read) is { } lengths ? set(p, lengths) : null);

    /// <summary>A number of something: "5 working days"; the number alone is read as well.</summary>
    private static PolicyField Counted(
        string name, string group, string label, string unit, Func<Policy, int> get, Func<Policy, int, Policy> set) =>
        new(name, group, label, p => Sentence.Count(get(p), unit, $"{unit}s"),
            (p, typed) => int.TryParse(
                typed.Trim().TrimEnd('s').Replace(unit, "", StringComparison.OrdinalIgnoreCase),
                NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count)
                ? set(p, count)
                : null);

    private static PolicyField TimeOfDay(
        string name, string label, Func<Policy, TimeOnly> get, Func<Policy, TimeOnly, Policy> set) =>
        new(name, Institution, label, p => get(p).ToString("HH:mm", CultureInfo.InvariantCulture),
            (p, typed) => TimeOnly.TryParse(typed, CultureInfo.InvariantCulture, out var time) ? set(p, time) : null);

    private static Policy? ReadHolidays(Policy policy, string typed) =>
        Each(typed, ReadDay) is { } days ? policy with { Holidays = days } : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? ReadDay(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>A list with commas; null where one of its parts cannot be read.</summary>
    private static List<T>? Each<T>(string typed, Func<string, T?> read)
        where T : struct
    {
        var parts = typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var values = parts.Select(read).ToList();
        return values.Contains(null) ? null : [.. values.Select(value => value!.Value)];
    }
}
