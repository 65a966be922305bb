using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Reports;

/// <summary>Who has a case file, as reports count it (R14).</summary>
/// <param name="Open">Resolved is open too, until it is closed.</param>
public sealed record CaseFileHeld(PersonId Owner, bool Open)
{
    /// <summary>The events that it is made from; all others change nothing.</summary>
    public static IReadOnlyList<Type> Events { get; } =
    [
        typeof(CaseFileOpened), typeof(CaseFileHandedOver), typeof(CaseFileReassigned), typeof(CaseFileClosed),
        typeof(CaseFileReopened),
    ];

    /// <param name="before">Null before it was opened.</param>
    public static CaseFileHeld? Evolve(CaseFileHeld? before, object happened) => happened switch
    {
        CaseFileOpened e => new(e.Supporter, Open: true),
        _ when before is null => null,
        CaseFileHandedOver e => before with { Owner = e.To },
        CaseFileReassigned e => before with { Owner = e.To },
        CaseFileClosed => before with { Open = false },
        CaseFileReopened e => new(e.Owner, Open: true),
        _ => before,
    };
}
