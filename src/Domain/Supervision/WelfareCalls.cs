namespace Safeguard.Domain.Supervision;

/// <summary>Unexplained absences in a row make a welfare call for the supervisor: how are they? (R9)</summary>
internal static class WelfareCalls
{
    public static IEnumerable<SupervisionGroupEvent> AskedBy(
        IReadOnlyList<RegisterLine> lines, SupervisionSession session, SupervisionGroup group,
        SupervisionContext context) =>
        context.OwnerFor(group) is not { } owner
            ? []
            : lines.Where(line => IsDue(line, session, group, context)).Select(line => new WelfareCallAsked(
                group.Id, line.Call, line.Person, owner, context.Now + context.Policy.WelfareCallWithin));

    private static bool IsDue(
        RegisterLine line, SupervisionSession session, SupervisionGroup group, SupervisionContext context) =>
        line.Attendance == Attendance.Absent && group.Members.Contains(line.Person)
        && !group.Tasks.Exists(task => task.About == line.Person && task.Kind == SupervisorTask.WelfareCall)
        && InARow(line.Person, session, context) >= context.Policy.WelfareCallAfterAbsences;

    /// <summary>Unexplained absences without anything else between them, this session's included.</summary>
    private static int InARow(PersonId person, SupervisionSession session, SupervisionContext context)
    {
        var records = context.Institution.SupporterOf(person).Attendances.Values;
        var before = records.Where(record => record.Day < session.Day).Reverse()
            .TakeWhile(record => record.Attendance == Attendance.Absent).Count();
        var after = records.Where(record => record.Day > session.Day)
            .TakeWhile(record => record.Attendance == Attendance.Absent).Count();
        return before + 1 + after;
    }
}
