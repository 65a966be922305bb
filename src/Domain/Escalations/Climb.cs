namespace Safeguard.Domain.Escalations;

/// <summary>
/// Paging: one step of the ladder after another, then everyone again, for as long as nobody has it (R5).
/// </summary>
internal static class Climb
{
    /// <summary>Sends every page that is due by now. What a late wake-up missed on one rung is sent once.</summary>
    public static void Due(Course course, PageReason reason = PageReason.Rung)
    {
        while (course.State.NextPageAt is { } due && due <= course.Now)
        {
            if (course.State.NextStep < course.State.Ladder.Steps.Count) Step(course, due, reason);
            else Everyone(course, due, reason);
        }
    }

    private static void Step(Course course, DateTimeOffset due, PageReason reason)
    {
        var rung = course.State.NextStep;
        var who = course.State.Ladder.Steps[rung].Who;
        var people = WithoutThoseLeftOut(course, rung, Reachable.On(who, course.Cover), everyTime: true);
        if (people.Count == 0)
        {
            course.Then(new RungSkipped(rung, Reachable.WhySkipped(who), AfterSkipping(course, rung, due)));
            return;
        }

        var next = AfterPaging(course, rung, people, due);
        course.Then(new RoutedTo(rung, people, AcknowledgeBy(course, rung, next), next));
        course.Page(rung, people, reason);
    }

    /// <summary>
    /// The first rung has the escalation's own; outside a crisis later ones have until the next is paged.
    /// </summary>
    private static DateTimeOffset AcknowledgeBy(Course course, int rung, DateTimeOffset next) =>
        rung == 0 ? course.State.AcknowledgeBy
        : course.State.Band.IsCrisis() ? Deadlines.AcknowledgeBy(course.State.Band, course.Context)
        : next;

    /// <summary>
    /// The next step at once; after the last, everyone again at once unless they have just been paged.
    /// </summary>
    private static DateTimeOffset AfterSkipping(Course course, int rung, DateTimeOffset due)
    {
        var isLast = rung + 1 == course.State.Ladder.Steps.Count;
        return isLast && SomebodyLeft(course, []).Count == 0 ? Later(course, due) : course.Now;
    }

    private static DateTimeOffset AfterPaging(
        Course course, int rung, IReadOnlyList<PersonId> paging, DateTimeOffset due)
    {
        var ladder = course.State.Ladder;
        if (rung + 1 == ladder.Steps.Count)
        {
            var repeat = ladder.RepeatAfter(due, course.Context.Calendar);
            return repeat <= course.Now && SomebodyLeft(course, paging).Count == 0 ? Later(course, due) : repeat;
        }

        if (IsUncoveredMinute(course.State, rung)) return course.Now;
        return ladder.Paced
            ? ladder.RepeatAfter(due, course.Context.Calendar)
            : course.State.LadderFrom + ladder.Steps[rung + 1].After;
    }

    /// <summary>Neither duty rung had anybody: the Coordinators are told together with the panel (R12).</summary>
    private static bool IsUncoveredMinute(Escalation state, int rung) =>
        state.Ladder.Steps[rung].Who == Rung.PanelAndSupervisor
        && rung > 0
        && state.Turns.Count == rung
        && state.Turns.All(turn => turn.Skipped is not null);

    private static void Everyone(Course course, DateTimeOffset due, PageReason reason)
    {
        var rung = course.State.Ladder.Steps.Count;
        var everyone = Reachable.Everyone(course.State, course.Cover);
        var people = course.NotYetPaged(WithoutThoseLeftOut(course, rung, everyone, everyTime: false));
        if (people.Count == 0) course.Then(new RungSkipped(rung, SkipReason.Nobody, Later(course, due)));
        var why = reason == PageReason.Rung ? PageReason.Repeat : reason;
        course.Page(rung, people, why, course.State.Repeats + 1, Later(course, due));
    }

    private static DateTimeOffset Later(Course course, DateTimeOffset due) =>
        course.State.Ladder.RepeatAfter(due, course.Now, course.Context.Calendar);

    private static IReadOnlyList<PersonId> SomebodyLeft(Course course, IReadOnlyList<PersonId> paging) =>
        [.. course.NotYetPaged(Reachable.Everyone(course.State, course.Cover)).Where(course.MayBePaged).Except(paging)];

    /// <summary>
    /// On a rung each leaving-out is written each time; in the repeats once, so that they stay short to read.
    /// </summary>
    private static List<PersonId> WithoutThoseLeftOut(
        Course course, int rung, IReadOnlyList<PersonId> people, bool everyTime)
    {
        List<PersonId> paged = [];
        foreach (var person in people)
        {
            if (Reachable.WhyNot(person, course.State, course.Cover) is not { } reason) paged.Add(person);
            else if (everyTime || !course.State.LeftOut.Contains(person))
                course.Then(new PersonSkipped(rung, person, reason));
        }

        return paged;
    }
}
