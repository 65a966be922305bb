using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Opens a student's file; its supporter owns it. Neither name nor consent is asked for. Whoever lapsed is refused with
/// what to do about it (R9); more open files than the policy finds easy are said to the supervisor (R14).
/// </summary>
/// <param name="Code">A free case code (<see cref="CaseCode"/>); used on the first sending only.</param>
/// <param name="HomePanel">
/// The student's own panel, where they ask for somebody from outside it (R13); else null.
/// </param>
public sealed record OpenCaseFile(
    string Code, PersonId Supporter, PanelId Panel, PanelId? HomePanel, ProgrammeKind Kind)
{
    public static Decision<CaseFileEvent> Decide(OpenCaseFile command, CaseFile state, CaseFileContext context)
    {
        if (!MayOpen(command, context.Caller))
            return new NotYourPart(
                Rule.R13, "Supporters open files for themselves, Coordinators and Senior Members for others. Ask one.");
        if (state.State != CaseFileState.NotOpened) return Again(command, state, context);
        if (context.Named is not { } supporter) return new CasePersonUnknown();
        if (context.NotTakingOn is { } refusal) return refusal;
        var file = state with { HomePanel = command.Outside };
        if (!supporter.Is(Role.Supporter, command.Panel)
            || !CaseFileAccess.MayBeGiven(supporter, file, context.Circle))
            return new CannotBeTheirs();
        var course = new CaseCourse(state, context).Then(new CaseFileOpened(
            command.Code, command.Supporter, command.Panel, command.Outside, command.Kind, context.Timings));
        Load.Notice(course);
        return course.Decided();
    }

    private PanelId? Outside => HomePanel == Panel ? null : HomePanel;

    private static bool MayOpen(OpenCaseFile command, Caller caller) =>
        caller.Person == command.Supporter || caller.Is(Role.Coordinator)
        || caller.Is(Role.SeniorMember, command.Panel);

    private static Decision<CaseFileEvent> Again(OpenCaseFile command, CaseFile state, CaseFileContext context) =>
        CaseFileAccess.MaySeeState(context.Caller, state, context.Circle)
        && state.OpenedFor == command.Supporter && state.Panel == command.Panel && state.Kind == command.Kind
        && state.HomePanel == command.Outside
            ? Decision<CaseFileEvent>.AlreadySo
            : new CaseIdTaken();
}

/// <summary>Says to the supervisor that a supporter has many open files; it never blocks (R14).</summary>
internal static class Load
{
    /// <summary>After the file has become somebody's.</summary>
    public static void Notice(CaseCourse course)
    {
        var open = course.Circle.OtherOpenFiles + 1;
        if (open <= course.Context.Policy.OpenFilesBeforeWarning) return;
        IReadOnlyList<PersonId?> first =
            [course.Circle.TakersSupervisor, .. course.Circle.Coordinators.Select(one => (PersonId?)one)];
        var told = course.Hearing(first) is [var person, ..] ? person : (PersonId?)null;
        course.Then(new HighLoadNoticed(course.State.Owner, open, told));
    }
}
