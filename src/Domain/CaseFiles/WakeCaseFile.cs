namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// A wake-up came, on time or late: does everything that is due by now, in order and once. Handling the same wake-up
/// twice is handling it once; with nothing due it is already so. Whoever calls, it acts as the product itself.
/// </summary>
public sealed record WakeCaseFile
{
    public static Decision<CaseFileEvent> Decide(WakeCaseFile command, CaseFile state, CaseFileContext context)
    {
        var course = new CaseCourse(state, context);
        if (FirstDue(course) is not null) Successors.FromNobody(course);
        while (FirstDue(course) is { } wakeUp) Handle(wakeUp, course);
        return course.Decided();
    }

    private static CaseWakeUp? FirstDue(CaseCourse course)
    {
        var pending = CaseFile.WakeUps(course.State);
        return pending.Count > 0 && pending[0].At <= course.Now ? pending[0] : null;
    }

    private static void Handle(CaseWakeUp wakeUp, CaseCourse course)
    {
        if (wakeUp.Which == CaseDeadline.HandoverAnswer)
        {
            var offer = course.State.Offer!;
            course.Then(new HandoverOfferLapsed(
                offer.To,
                course.Hearing(course.State.Owner, Successors.Coordinator(course.State, course.Circle))));
            return;
        }

        var owner = AnswersFor(wakeUp, course);
        if (wakeUp.IsDeadline)
            course.Then(new CaseDeadlineMissed(
                wakeUp.Which, wakeUp.Item, wakeUp.At, course.Hearing(owner, AlsoTold(wakeUp.Which, course))));
        else course.Then(new CaseReminderSent(wakeUp.Which, wakeUp.Item, [owner], Next(wakeUp.Which, course)));
    }

    private static PersonId AnswersFor(CaseWakeUp wakeUp, CaseCourse course) => wakeUp.Which switch
    {
        CaseDeadline.Question => course.State.Questions.First(question => question.Id == wakeUp.Item).Of,
        CaseDeadline.Action => course.State.Actions.First(action => action.Id == wakeUp.Item).Owner,
        CaseDeadline.HandoverTask => course.State.HandoverTask!.Of,
        CaseDeadline.Closure => course.State.Closing!.Of,
        CaseDeadline.SecondName => course.State.SecondNames.First(owed => owed.Disclosure == wakeUp.Item).DecidedBy,
        _ => course.State.Owner,
    };

    /// <summary>Whom a miss concerns besides whoever answers for it.</summary>
    private static PersonId? AlsoTold(CaseDeadline which, CaseCourse course) => which switch
    {
        CaseDeadline.Question or CaseDeadline.Action => course.State.Owner,
        CaseDeadline.Disclosure or CaseDeadline.SecondName => course.Circle.OwnersSupervisor,
        CaseDeadline.Closure => Successors.Coordinator(course.State, course.Circle),
        _ => null,
    };

    private static DateTimeOffset Next(CaseDeadline which, CaseCourse course) =>
        course.Now + (which == CaseDeadline.Review
            ? course.State.Timings.ReviewEvery
            : course.State.Timings.FollowUpEvery);
}
