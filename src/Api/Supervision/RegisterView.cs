using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>
/// The register of one session: to be taken, or as it stands, with everything that stood there before.
/// </summary>
public sealed record RegisterView(string Group, string GroupAddress, SessionView Session)
{
    /// <summary>The group's version, so that a correction never overwrites another.</summary>
    public long Version { get; init; }

    /// <summary>Members and guests, in the order of their names.</summary>
    public IReadOnlyList<RegisterLineView> Lines { get; init; } = [];

    /// <summary>Supporters of other groups, who may have been guests.</summary>
    public IReadOnlyList<Choice> Guests { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CorrectionView> Corrections { get; init; } = [];

    /// <summary>Oldest first; none for those who see attendance only (R16).</summary>
    public IReadOnlyList<NoteView> Notes { get; init; } = [];
    public bool MayNote { get; init; }

    /// <summary>What has just been done: "taken", "corrected", "noted"; null where nothing was.</summary>
    public string? Done { get; init; }

    /// <summary>Of a correction that was just made.</summary>
    public IReadOnlyList<ChangedStanding> Changed { get; init; } = [];
    public Refused? Refused { get; init; }
}

/// <summary>One person in the register.</summary>
/// <param name="Attendance">What stands there; null where nothing does.</param>
public sealed record RegisterLineView(string Person, string Name, Attendance? Attendance)
{
    /// <summary>From another group.</summary>
    public bool Guest { get; init; }

    /// <summary>What their supervisor should know while marking them.</summary>
    public string? Remark { get; init; }

    /// <summary>Why they were not here, in a word.</summary>
    public string? Reason { get; init; }

    /// <summary>What stood there before, oldest first.</summary>
    public IReadOnlyList<Attendance?> Earlier { get; init; } = [];

    /// <summary>What is marked in the form: what stands, or what was tapped before it was refused.</summary>
    public string? Marked { get; init; }
}

public sealed record CorrectionView(DateTimeOffset At, string By, string? Reason, IReadOnlyList<CorrectedLine> Lines);

public sealed record CorrectedLine(string Person, string Name, Attendance? Was, Attendance? Is);

/// <param name="Words">Null once it is erased.</param>
public sealed record NoteView(DateTimeOffset At, string By, string? Words);

/// <summary>Whose standing is another one since the correction.</summary>
public sealed record ChangedStanding(string Name, Standing Was, Standing Is);
