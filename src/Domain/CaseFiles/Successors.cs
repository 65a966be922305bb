namespace Safeguard.Domain.CaseFiles;

/// <summary>Finds another named person for what somebody held (R4), past whom a conflict excludes (R15).</summary>
internal static class Successors
{
    /// <summary>
    /// Who owns a file that is nobody's: duty first, Deputy, a Senior Member of the panel, a Coordinator, the owner's
    /// supervisor. <see cref="PersonId.System"/> only when there is nobody at all.
    /// </summary>
    public static PersonId Owner(CaseFile state, CaseCircle circle) =>
        First(
            state, circle,
            [circle.DutySeniorMember, circle.Deputy, .. Each(circle.SeniorMembers), .. Each(circle.Coordinators),
                circle.OwnersSupervisor]);

    /// <summary>Whom a Coordinator's task goes to; where there is no Coordinator, whoever would own the file.</summary>
    public static PersonId Coordinator(CaseFile state, CaseCircle circle) =>
        First(state, circle, [.. Each(circle.Coordinators), Owner(state, circle)]);

    /// <summary>
    /// Who is asked to close a resolved file: the owner's supervisor, else a Senior Member, not who resolved it (R23).
    /// </summary>
    public static PersonId Closer(PersonId resolvedBy, CaseFile state, CaseCircle circle) =>
        First(
            state, circle,
            [.. new PersonId?[] { circle.OwnersSupervisor, circle.DutySeniorMember, circle.Deputy }
                .Concat(Each(circle.SeniorMembers)).Concat(Each(circle.Coordinators))
                .Where(person => person != resolvedBy && person != state.Owner)]);

    /// <summary>Nothing keeps that person from hearing of the file, or from answering for it.</summary>
    public static bool MayBe(PersonId person, CaseFile state, CaseCircle circle) =>
        person != PersonId.System && !circle.Gone.Contains(person) && !circle.HomeSeniorMembers.Contains(person)
        && !CaseFileAccess.IsConflicted(person, state, circle);

    /// <summary>Takes everything here from one person; the circle must already leave that person out.</summary>
    /// <param name="keeps">What of it stays theirs; null for nothing.</param>
    public static void AwayFrom(
        PersonId person, CaseReassignment reason, CaseCourse course, Func<CaseHeld, bool>? keeps = null)
    {
        bool Goes(CaseHeld item) => keeps?.Invoke(item) != true;
        if (course.State.IsOpen && course.State.Owner == person && Goes(CaseHeld.File))
            course.Then(new CaseFileReassigned(
                person, Owner(course.State, course.Circle), ToSupporter: false, reason, Words: null));
        if (course.State.Offer?.To == person)
            course.Then(new HandoverOfferLapsed(person, course.Hearing(course.State.Owner)));
        foreach (var question in course.State.Questions.Where(q => q.Of == person && Goes(CaseHeld.Question)))
            Moved(CaseDeadline.Question, question.Id, Answerable(course));
        foreach (var action in course.State.Actions.Where(a => a.Owner == person && Goes(CaseHeld.Action)))
            Moved(CaseDeadline.Action, action.Id, Answerable(course));
        if (course.State.HandoverTask?.Of == person && Goes(CaseHeld.HandoverTask))
            Moved(CaseDeadline.HandoverTask, null, Coordinator(course.State, course.Circle));
        if (course.State is { Closing: { } closing, ResolvedBy: { } resolver } && closing.Of == person
            && Goes(CaseHeld.Closing))
            Moved(CaseDeadline.Closure, null, Closer(resolver, course.State, course.Circle));

        void Moved(CaseDeadline which, Guid? item, PersonId to) =>
            course.Then(new CaseItemReassigned(which, item, person, to, reason));
    }

    /// <summary>What was nobody's, because nobody was there, goes to the first person found later (R4).</summary>
    public static void FromNobody(CaseCourse course)
    {
        if (Owner(course.State, course.Circle) != PersonId.System)
            AwayFrom(PersonId.System, CaseReassignment.NobodyBefore, course);
    }

    private static PersonId Answerable(CaseCourse course) => MayBe(course.State.Owner, course.State, course.Circle)
        ? course.State.Owner
        : Owner(course.State, course.Circle);

    /// <summary>Of a restricted file its named readers come first, so that nobody else learns of it (R15).</summary>
    private static PersonId First(CaseFile state, CaseCircle circle, IEnumerable<PersonId?> candidates) =>
        candidates.OfType<PersonId>()
            .Where(person => MayBe(person, state, circle))
            .OrderByDescending(state.NamedReaders.Contains)
            .Append(PersonId.System)
            .First();

    private static IEnumerable<PersonId?> Each(IEnumerable<PersonId> people) => people.Select(one => (PersonId?)one);
}

/// <summary>The kinds of what one person holds of a case file.</summary>
internal enum CaseHeld
{
    File, Question, Action, HandoverTask, Closing,
}
