namespace Safeguard.Domain.Programmes;

/// <summary>
/// What no policy may leave: an institution chooses when people are paged, never whether (R5). The bounds are wide on
/// purpose and have no source but that: a number beyond them is a slip of the keyboard.
/// </summary>
public static class PolicyBounds
{
    /// <summary>Pages, deadlines of crisis bands and alarms come within a day at the latest.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Less than a minute between two pages would drown whoever tries to answer.</summary>
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Deadlines in working days would never come where a day has no hours.</summary>
    private static readonly TimeSpan ShortestWorkingDay = TimeSpan.FromHours(1);

    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    /// <summary>A leaver may raise for at least the year that R1 promises, and for ten at most.</summary>
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>The names of the values out of bounds, as the API names them; empty when all are in.</summary>
    public static IReadOnlyList<string> BrokenBy(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var broken = new List<string>();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(policy.TimeZone, out _)) broken.Add("timeZone");
        if (!Climbs(policy.RungsAfter)) broken.Add("rungsAfter");
        foreach (var (name, value, least, most) in Spans(policy))
            if (value < least || value > most) broken.Add(name);
        if (policy.AcknowledgementLapsesAfter < policy.RemindAfter) broken.Add("acknowledgementLapsesAfter");
        if (policy.AcknowledgeWithin72HoursWorkingDays is < 1 or > 5) broken.Add("acknowledgeWithin72HoursWorkingDays");
        if (policy.CloseWithinWorkingDays is < 1 or > 60) broken.Add("closeWithinWorkingDays");
        if (policy.CloseCaseFileWithinWorkingDays is < 1 or > 60) broken.Add("closeCaseFileWithinWorkingDays");
        if (policy.OpenFilesBeforeWarning is < 1 or > 100) broken.Add("openFilesBeforeWarning");
        broken.AddRange(SupervisionBrokenBy(policy));
        broken.AddRange(ReferralsBrokenBy(policy));
        if (policy.WorkingDayEnds.ToTimeSpan() - policy.WorkingDayStarts.ToTimeSpan() < ShortestWorkingDay)
            broken.Add("workingDayEnds");
        if (policy.GapAlarmsAhead is [] || policy.GapAlarmsAhead.Any(ahead => ahead < Minute || ahead > Month))
            broken.Add("gapAlarmsAhead");
        if (!Uri.TryCreate(policy.QuickHideTo, UriKind.Absolute, out var hide)
            || !hide.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.Ordinal))
            broken.Add("quickHideTo");
        return broken;
    }

    /// <summary>Supervision may be asked for more often or less, and never not at all (R9).</summary>
    private static IEnumerable<string> SupervisionBrokenBy(Policy policy)
    {
        // Less than a day is out of bounds already, and named once.
        var interval = policy.SupervisionInterval;
        if (interval > Day && interval.Ticks % TimeSpan.TicksPerDay != 0) yield return "supervisionInterval";
        if (policy.DueSoonTermDays < 1 || (interval >= Day && policy.DueSoonTermDays >= interval.TotalDays))
            yield return "dueSoonTermDays";
        if (policy.GraceTermDays is < 1 or > 60) yield return "graceTermDays";
        if (policy.ExcusedRestarts is < 0 or > 10) yield return "excusedRestarts";
        if (policy.ConfirmReturnAfterDays is < 1 or > 365) yield return "confirmReturnAfterDays";
        if (policy.WelfareCallAfterAbsences is < 1 or > 10) yield return "welfareCallAfterAbsences";
    }

    /// <summary>A referral may be asked about sooner or later, and never not at all (R22).</summary>
    private static IEnumerable<string> ReferralsBrokenBy(Policy policy)
    {
        if (policy.ReferralReplyWorkingDays is < 1 or > 60) yield return "referralReplyWorkingDays";
        if (policy.ReferralReminders is < 1 or > 10) yield return "referralReminders";
        if (policy.ReferralSeenCheckDays is < 1 or > 365) yield return "referralSeenCheckDays";
    }

    /// <summary>Four rungs, the first at once, none before the one below it, all within a day.</summary>
    private static bool Climbs(IReadOnlyList<TimeSpan> rungs) =>
        rungs.Count == 4 && rungs[0] == TimeSpan.Zero && rungs[^1] <= Day
        && rungs.Zip(rungs.Skip(1)).All(pair => pair.First <= pair.Second);

    private static (string Name, TimeSpan Value, TimeSpan Least, TimeSpan Most)[] Spans(Policy policy) =>
    [
        ("repeatEvery", policy.RepeatEvery, Minute, Day),
        ("acknowledgeImmediate", policy.AcknowledgeImmediate, Minute, Day),
        ("acknowledgeWithin4Hours", policy.AcknowledgeWithin4Hours, Minute, Day),
        ("acknowledgeWithin24Hours", policy.AcknowledgeWithin24Hours, Minute, Day),
        ("respondImmediate", policy.RespondImmediate, Minute, Day),
        ("respondWithin4Hours", policy.RespondWithin4Hours, Minute, Day),
        ("respondWithin24Hours", policy.RespondWithin24Hours, Minute, Month),
        ("respondWithin72Hours", policy.RespondWithin72Hours, Minute, Month),
        ("supervisionInterval", policy.SupervisionInterval, Day, Year),
        ("remindAfter", policy.RemindAfter, Minute, Day),
        ("acknowledgementLapsesAfter", policy.AcknowledgementLapsesAfter, Minute, Day),
        ("followUpEvery", policy.FollowUpEvery, Minute, Month),
        ("questionWithin", policy.QuestionWithin, Minute, Month),
        ("disclosureWithin", policy.DisclosureWithin, Minute, Month),
        ("debriefWithin", policy.DebriefWithin, Minute, Month),
        ("reviewCaseFileEvery", policy.ReviewCaseFileEvery, Day, Year),
        ("handoverWithin", policy.HandoverWithin, Minute, Month),
        ("leaversMayRaiseFor", policy.LeaversMayRaiseFor, Year, Year * 10),
        ("welfareCallWithin", policy.WelfareCallWithin, Minute, Month),
        ("betweenSessionsWithin", policy.BetweenSessionsWithin, Minute, Month),
        ("betweenSessionsInCrisisWithin", policy.BetweenSessionsInCrisisWithin, Minute, Day),
        ("confirmDutyWithin", policy.ConfirmDutyWithin, Minute, Day),
    ];

    /// <summary>Whether two policies say the same, their versions aside.</summary>
    public static bool ReadsAs(this Policy one, Policy other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var sameLists = one.RungsAfter.SequenceEqual(other.RungsAfter)
            && one.GapAlarmsAhead.SequenceEqual(other.GapAlarmsAhead)
            && one.Holidays.SequenceEqual(other.Holidays);
        return sameLists && one == other with
        {
            Version = one.Version,
            RungsAfter = one.RungsAfter,
            GapAlarmsAhead = one.GapAlarmsAhead,
            Holidays = one.Holidays,
        };
    }
}
