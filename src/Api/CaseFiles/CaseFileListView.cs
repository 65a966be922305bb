using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>The case files that one person may know of.</summary>
/// <param name="Mine">Open and theirs, what wakes up first on top.</param>
/// <param name="Others">What else they see, what wakes up first on top; closed ones after.</param>
public sealed record CaseFileListView(IReadOnlyList<CaseFileLine> Mine, IReadOnlyList<CaseFileLine> Others)
{
    /// <summary>Whether there is more than the page shows.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether the reader is somebody who opens files at all.</summary>
    public bool MayOpen { get; init; }

    /// <summary>Why they may not open one for themselves now (R9); null where they may.</summary>
    public string? NotTakingOn { get; init; }

    /// <summary>
    /// For whom a Coordinator or Senior Member opens one; empty for a supporter, who opens their own.
    /// </summary>
    public IReadOnlyList<Choice> Supporters { get; init; } = [];
    public IReadOnlyList<Choice> Panels { get; init; } = [];

    /// <summary>Whether the reader may look students up by name.</summary>
    public bool MayLookUp { get; init; }

    /// <summary>The code that was looked for and led nowhere.</summary>
    public string? NotFound { get; init; }
    public Refused? Refused { get; init; }
}

/// <param name="What">What waits in it, in a few words.</param>
public sealed record CaseFileLine(
    string Id, string Code, CaseFileState State, string Owner, string Panel, DateTimeOffset? NextWakeUp, string What,
    DateTimeOffset? LastContactAt)
{
    public static CaseFileLine Of(CaseFileRow row, Institution institution, PersonId reader)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.Id.ToString(), row.Code, row.State, row.Owner == reader ? "You" : institution.PersonName(row.Owner),
            institution.PanelName(row.Panel), row.NextWakeUp, Waits(row, reader), row.LastContactAt);
    }

    /// <summary>
    /// What waits in it, the most pressing first. An urgent contact and a referral keep clocks of their own, so the
    /// file's next moment is not theirs.
    /// </summary>
    private static string Waits(CaseFileRow row, PersonId reader) => row switch
    {
        { OpenEscalations: > 0 } => "a look in; an urgent contact is open",
        _ when row.OfferedTo == reader => "your answer to a handover",
        { NeedsHandover: true } => "another supporter",
        { OpenQuestions: > 0 } => "a question",
        { DisclosureBy: not null } => "what was shared",
        { OpenActions: > 0 } => "something to do",
        { State: CaseFileState.Resolved } => "closing",
        { OpenReferrals: > 0 } => "a look in; a referral is open",
        { Open: true } => "a look in",
        _ => "nothing",
    };
}
