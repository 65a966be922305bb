using Safeguard.Api.Escalations;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.CaseFiles;
using System.Text.Json.Nodes;

namespace Safeguard.Api.CaseFiles;

/// <summary>One case file on a list.</summary>
public sealed record CaseFileItem(
    Guid Id, string Code, CaseFileState State, PersonId Owner, PanelId Panel, ProgrammeKind Kind,
    DateTimeOffset OpenedAt, DateTimeOffset? LastContactAt, bool SpokenWith, int OpenQuestions, int OpenActions,
    int OpenEscalations, int OpenReferrals, int MissedDeadlines, PersonId? OfferedTo, bool Restricted,
    DateTimeOffset? NextWakeUp, long Version)
{
    public static CaseFileItem Of(CaseFileRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.Id, row.Code, row.State, row.Owner, row.Panel, row.Kind, row.OpenedAt, row.LastContactAt,
            row.SpokenWith, row.OpenQuestions, row.OpenActions, row.OpenEscalations, row.OpenReferrals,
            row.MissedDeadlines, row.OfferedTo, row.Restricted, row.NextWakeUp, row.Version);
    }
}

/// <summary>One case file as the API tells it.</summary>
/// <param name="Student">
/// Who the student is; absent for those who may know the state only, or where nobody said.
/// </param>
/// <param name="SpokenWith">A person has spoken with the student; answered by message alone it is false.</param>
/// <param name="Timeline">
/// Everything that happened, oldest first, each with its own facts beside the common ones.
/// </param>
public sealed record CaseFileAnswer(
    Guid Id, string Code, CaseFileState State, PersonId Owner, DateTimeOffset OwnerSince, PersonId? Supporter,
    PanelId Panel, PanelId? HomePanel, ProgrammeKind Kind, DateTimeOffset OpenedAt, StudentAnswer? Student,
    bool SpokenWith, DateTimeOffset? LastContactAt, IReadOnlyList<ConsentAnswer> Consents,
    IReadOnlyList<CaseQuestion> Questions, IReadOnlyList<CaseAction> Actions, IReadOnlyList<Goal> Goals,
    IReadOnlyList<LinkedEscalation> Escalations, IReadOnlyList<Guid> OpenReferrals, DateTimeOffset? DisclosureBy,
    HandoverOffer? Offer, ClosingTask? Closing, PersonId? ResolvedBy, DateTimeOffset? ClosedAt, bool Restricted,
    bool LegalHold, DateTimeOffset? NextWakeUp, IReadOnlyList<JsonObject> Timeline)
{
    public static CaseFileAnswer Of(CaseFileHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (state, words) = (history.State, history.ShowsWords);
        var conflicts = history.Context.Caller.Is(Role.Coordinator);
        return new(
            history.Id, state.Code, state.State, state.Owner, state.OwnerSince, state.Supporter, state.Panel,
            state.HomePanel, state.Kind, state.OpenedAt, words ? StudentAnswer.Of(state.Identity) : null,
            state.SpokenWith, state.LastContactAt,
            [.. state.Consents.Select(said => new ConsentAnswer(said.To, said.Given, said.Since))],
            state.Questions, state.Actions, state.Goals, state.Escalations, state.OpenReferrals, state.DisclosureBy,
            state.Offer, state.Closing, state.ResolvedBy, state.ClosedAt, state.Restricted, state.LegalHold,
            CaseFile.NextWakeUp(state),
            [.. history.Events.Where(recorded => conflicts || !IsOfConflict(recorded.Event))
                .Select(recorded => TimelineItem.Of(recorded, words, conflicts))]);
    }

    /// <summary>That somebody stepped aside is the Coordinators' to know (R15).</summary>
    private static bool IsOfConflict(object happened) => happened is CaseConflictDeclared;
}

public sealed record StudentAnswer(string? Name, string? Reach, string? TrustedContact)
{
    public static StudentAnswer? Of(StudentIdentified? said) =>
        said is null ? null : new(said.Name.Text, said.Reach?.Text, said.TrustedContact?.Text);
}

public sealed record ConsentAnswer(ConsentTo To, bool Given, DateTimeOffset Since);
