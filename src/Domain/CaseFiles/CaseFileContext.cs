using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.CaseFiles;

/// <summary>What the rules of a case file need and its stream does not hold, looked up for this one decision.</summary>
/// <param name="Caller">Who asks, in which roles.</param>
/// <param name="Now">The server's moment, in whole milliseconds.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Circle">Who stands around this file at this moment.</param>
public sealed record CaseFileContext(Caller Caller, DateTimeOffset Now, Policy Policy, CaseCircle Circle)
{
    public InstitutionCalendar Calendar { get; init; } = InstitutionCalendar.Of(Policy);

    /// <summary>
    /// The person whom the command names (to open for, to ask, to hand to), as known now; null when there is none such.
    /// </summary>
    public Caller? Named { get; init; }

    /// <summary>The second senior person whom a disclosure names, as known now (R21).</summary>
    public Caller? Second { get; init; }

    /// <summary>The people named as readers of a restricted file, as known now (R15).</summary>
    public IReadOnlyList<Caller> Readers { get; init; } = [];

    /// <summary>
    /// Why whoever takes on the work may not (<see cref="Supervision.TakingOnWork"/>): the person named where the
    /// command names one to give the file to, else the caller. Null where they may, and for anybody who is no
    /// supporter.
    /// </summary>
    public Rejection? NotTakingOn { get; init; }

    /// <summary>The service that the command names, as the directory lists it; null when there is none such.</summary>
    public Service? Service { get; init; }

    /// <summary>Whether that service is open now; null where its hours cannot be read.</summary>
    public bool? ServiceIsOpen { get; init; }

    /// <summary>A like service that is open now, for a warning to name; null where there is none.</summary>
    public string? OpenInstead { get; init; }

    /// <summary>Whether the file of which this one is said to be a duplicate exists.</summary>
    public bool DuplicateExists { get; init; }

    internal CaseTimings Timings => new(
        AtLeastAMinute(Policy.ReviewCaseFileEvery), AtLeastAMinute(Policy.FollowUpEvery));

    /// <summary>A policy that forgot a number must not make wake-ups spin.</summary>
    private static TimeSpan AtLeastAMinute(TimeSpan given) =>
        given < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : given;
}

/// <summary>
/// Who stands around one case file at one moment: people without an active sign-in or role are already left out.
/// </summary>
/// <param name="DutySeniorMember">First on duty for the file's panel.</param>
/// <param name="Deputy">Deputy on duty for the file's panel.</param>
/// <param name="SeniorMembers">Every Senior Member of the file's panel.</param>
/// <param name="OwnersSupervisor">The owner's supervisor; null where there is none.</param>
/// <param name="Conflicted">
/// People with a conflict towards this file, its student or its owner; those whom the stream itself knows are added by
/// the rules.
/// </param>
/// <param name="Escalations">Urgent contacts that carry this file's code, the closed ones too.</param>
public sealed record CaseCircle(
    PersonId? DutySeniorMember,
    PersonId? Deputy,
    IReadOnlyList<PersonId> SeniorMembers,
    PersonId? OwnersSupervisor,
    IReadOnlyList<PersonId> Coordinators,
    IReadOnlyList<PersonId> Conflicted,
    IReadOnlyList<EscalationOfFile> Escalations)
{
    public static CaseCircle Nobody { get; } = new(null, null, [], null, [], [], []);

    /// <summary>How many other files are open with whoever takes this one on.</summary>
    public int OtherOpenFiles { get; init; }

    /// <summary>The owner may not take on work now, so that a file opened again needs another supporter (R9).</summary>
    public bool OwnerMayNotTakeOnWork { get; init; }

    /// <summary>The supervisor of whoever takes this one on; null where there is none.</summary>
    public PersonId? TakersSupervisor { get; init; }

    /// <summary>People who have left or lost the role in which they held the file.</summary>
    public IReadOnlyList<PersonId> Gone { get; init; } = [];

    /// <summary>Senior Members of the student's own panel, where the student asked for somebody outside it.</summary>
    public IReadOnlyList<PersonId> HomeSeniorMembers { get; init; } = [];

    /// <summary>An urgent contact in a crisis band is open, so that sharing does not wait (R7, R21).</summary>
    public bool InCrisis => Escalations.Any(escalation => escalation.IsOpen && escalation.Band.IsCrisis());
}

/// <param name="SeniorMember">Who has it, or had it last; null where nobody ever did.</param>
public sealed record EscalationOfFile(Guid Id, bool IsOpen, Band Band, PersonId? SeniorMember);
