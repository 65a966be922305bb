namespace Safeguard.Domain.Programmes;

/// <summary>
/// Every number that an institution may change (R29). A policy is adopted whole, as an event, with its effective date,
/// author and reason; a decision records the version it used. The defaults are the programme's published ones.
/// </summary>
public sealed record Policy
{
    public static Policy Default { get; } = new();

    /// <summary>0 for the defaults that ship with the product; 1 and up for adopted ones.</summary>
    public int Version { get; init; }

    /// <summary>IANA zone of the institution; days, shifts and working hours are read in it.</summary>
    public string TimeZone { get; init; } = "Europe/London";

    /// <summary>When each rung is paged: duty first, deputy, panel and supervisor, coordinators (R5).</summary>
    public IReadOnlyList<TimeSpan> RungsAfter { get; init; } =
        [TimeSpan.Zero, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30)];

    /// <summary>After the last rung everyone is paged again this often, without limit (R5).</summary>
    public TimeSpan RepeatEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>"I have it" is due this long after the raise (R5).</summary>
    public TimeSpan AcknowledgeImmediate { get; init; } = TimeSpan.FromMinutes(5);
    public TimeSpan AcknowledgeWithin4Hours { get; init; } = TimeSpan.FromMinutes(15);
    public TimeSpan AcknowledgeWithin24Hours { get; init; } = TimeSpan.FromHours(2);

    /// <summary>In working days of the institution (Monday to Friday, holidays excepted).</summary>
    public int AcknowledgeWithin72HoursWorkingDays { get; init; } = 1;

    /// <summary>Contact made is due this long after the raise (R5). NextSupervision has the session itself.</summary>
    public TimeSpan RespondImmediate { get; init; } = TimeSpan.FromMinutes(30);
    public TimeSpan RespondWithin4Hours { get; init; } = TimeSpan.FromHours(4);
    public TimeSpan RespondWithin24Hours { get; init; } = TimeSpan.FromHours(24);
    public TimeSpan RespondWithin72Hours { get; init; } = TimeSpan.FromHours(72);

    /// <summary>
    /// The supervision fortnight, in whole days: of term for the due day (R9); of the calendar where a next session is
    /// unknown and one is taken to be due after this long (R5).
    /// </summary>
    public TimeSpan SupervisionInterval { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Term days before the due day from which a supporter is due soon (R9).</summary>
    public int DueSoonTermDays { get; init; } = 4;

    /// <summary>Term days after the due day during which an overdue supporter is not lapsed yet (R9).</summary>
    public int GraceTermDays { get; init; } = 7;

    /// <summary>Excused absences in a row that restart the fortnight (R9).</summary>
    public int ExcusedRestarts { get; init; } = 1;

    /// <summary>Calendar days lapsed after which a return needs the Coordinator's confirmation too (R9).</summary>
    public int ConfirmReturnAfterDays { get; init; } = 28;

    /// <summary>Unexplained absences in a row that make a welfare call for the supervisor (R9).</summary>
    public int WelfareCallAfterAbsences { get; init; } = 2;

    /// <summary>A welfare call is due this long after the register that asks for it; no source, a day as R10.</summary>
    public TimeSpan WelfareCallWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A supervisor answers a request between sessions within this (R10).</summary>
    public TimeSpan BetweenSessionsWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The same when the request is tied to a crisis (R10).</summary>
    public TimeSpan BetweenSessionsInCrisisWithin { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Crisis acknowledged without contact: a reminder after this, handed on after the next (R5).</summary>
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromMinutes(30);
    public TimeSpan AcknowledgementLapsesAfter { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>After contact, a task on the owner's page this often until safe for now or handed over (R5).</summary>
    public TimeSpan FollowUpEvery { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Safe for now or handed over, not closed: the owner is reminded after this many working days.</summary>
    public int CloseWithinWorkingDays { get; init; } = 5;

    /// <summary>A question waits this long for its answer before its own deadline is missed (R3).</summary>
    public TimeSpan QuestionWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>In a crisis band a disclosure record may be completed this long after (R7).</summary>
    public TimeSpan DisclosureWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The raiser's supervisor owes a debrief this long after a crisis was raised (R14).</summary>
    public TimeSpan DebriefWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>More open case files than this with one supporter are said to their supervisor (R14).</summary>
    public int OpenFilesBeforeWarning { get; init; } = 3;

    /// <summary>Without contact for this long the owner looks at the file again; no source, as R9.</summary>
    public TimeSpan ReviewCaseFileEvery { get; init; } = TimeSpan.FromDays(14);

    /// <summary>An offered case file is answered within this; no source, a day as a question (R3).</summary>
    public TimeSpan HandoverWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A resolved case file is closed by a second person within this many working days (R23).</summary>
    public int CloseCaseFileWithinWorkingDays { get; init; } = 5;

    /// <summary>
    /// A service that says nothing for so many working days makes a reminder (R22); a referral that waits for its owner
    /// comes back to them as often.
    /// </summary>
    public int ReferralReplyWorkingDays { get; init; } = 3;

    /// <summary>After so many reminders the Coordinators are told as well (R22).</summary>
    public int ReferralReminders { get; init; } = 2;

    /// <summary>Calendar days after which the owner is asked whether an accepted student was seen; no source.</summary>
    public int ReferralSeenCheckDays { get; init; } = 14;

    /// <summary>Someone who left may still raise for this long (R1); they may sign in for nothing else.</summary>
    public TimeSpan LeaversMayRaiseFor { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Gaps in the rota alarm this long ahead (R12).</summary>
    public IReadOnlyList<TimeSpan> GapAlarmsAhead { get; init; } = [TimeSpan.FromDays(7), TimeSpan.FromHours(24)];

    /// <summary>A duty not confirmed this long after its start alarms; it pages all the same (R12).</summary>
    public TimeSpan ConfirmDutyWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Where Hide leads (R25).</summary>
    public string QuickHideTo { get; init; } = "https://www.bbc.co.uk/weather";

    /// <summary>When a working day starts and ends, in the institution's own zone.</summary>
    public TimeOnly WorkingDayStarts { get; init; } = new(9, 0);
    public TimeOnly WorkingDayEnds { get; init; } = new(17, 0);

    /// <summary>Days on which the institution does not work, in its own zone.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];
}
