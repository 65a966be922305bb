using Safeguard.Api.Escalations;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;
using Safeguard.Projections.Referrals;
using System.Text.Json.Nodes;

namespace Safeguard.Api.Referrals;

/// <summary>One referral on a list.</summary>
/// <param name="Code">The student's case code.</param>
public sealed record ReferralItem(
    Guid Id, Guid CaseFile, string Code, string Service, ReferralState State, bool Open, PersonId Owner, PanelId Panel,
    Band? Band, DateTimeOffset OfferedAt, DateTimeOffset? DisclosureBy, ReferralOutcome? Outcome,
    DateTimeOffset? NextWakeUp, long Version)
{
    public static ReferralItem Of(ReferralOfFile found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var (row, file) = found;
        return new(
            row.Id, row.CaseFile, file.Code, row.Service, row.State, row.Open, row.Owner, row.Panel, row.Band,
            row.OfferedAt, row.DisclosureBy, row.Outcome, row.NextWakeUp, row.Version);
    }
}

/// <summary>What was offered, with a warning where the service was closed (R22).</summary>
/// <param name="Escalation">The urgent contact that a crisis band raised with it (R5).</param>
public sealed record ReferralOfferedAnswer(
    Guid Id, Guid CaseFile, string Service, ReferralState State, DateTimeOffset NextWakeUp, ClosedAnswer? Closed,
    Guid? Escalation)
{
    /// <summary>As it was answered the first time, whatever has happened since.</summary>
    public static ReferralOfferedAnswer Of(ReferralHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var offered = history.Offered;
        return new(
            history.Id, offered.CaseFile, offered.Service, ReferralState.Offered, offered.NextAt,
            ClosedAnswer.Of(offered.Closed, history.Institution),
            offered.Band?.IsCrisis() == true ? ReferralCommands.EscalationOf(history.Id) : null);
    }
}

/// <summary>A service that was closed, and one that was open.</summary>
/// <param name="OpensAt">When it opens next; absent where nobody knows.</param>
/// <param name="OpenInstead">The slug of an open service that takes such work; absent where none was.</param>
public sealed record ClosedAnswer(DateTimeOffset? OpensAt, string? OpenInstead, string? OpenInsteadName)
{
    public static ClosedAnswer? Of(ServiceClosed? closed, Institution institution)
    {
        ArgumentNullException.ThrowIfNull(institution);
        return closed is null ? null : new(
            closed.OpensAt, closed.OpenInstead,
            closed.OpenInstead is { } open ? ReferralWords.Service(institution, open) : null);
    }
}

/// <summary>One referral as the API tells it.</summary>
/// <param name="Consent">The student's last word on being referred by name; absent where nobody asked.</param>
/// <param name="DisclosureBy">When the reason for sending it without consent is owed (R7).</param>
/// <param name="Timeline">
/// Everything that happened, oldest first, each with its own facts beside the common ones.
/// </param>
public sealed record ReferralAnswer(
    Guid Id, Guid CaseFile, string Code, string Service, ReferralState State, Band? Band, PersonId Owner, PanelId Panel,
    bool? Consent, DateTimeOffset OfferedAt, DateTimeOffset? DisclosureBy, ReferralOutcome? Outcome,
    DateTimeOffset? NextWakeUp, IReadOnlyList<JsonObject> Timeline)
{
    public static ReferralAnswer Of(ReferralHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (state, offered) = (history.State, history.Offered);
        return new(
            history.Id, offered.CaseFile, history.Context.File.Code, offered.Service, state.State, offered.Band,
            state.Owner, state.Panel, state.Consent, history.Memory.OfferedAt, state.DisclosureBy, state.Outcome,
            Referral.NextWakeUp(state),
            [
                .. history.Events.Select(recorded =>
                    TimelineItem.Of(recorded, history.ShowsWords, history.Context.Caller.Is(Role.Coordinator))),
            ]);
    }
}
