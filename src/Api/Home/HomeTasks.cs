using Safeguard.Api.Reading;
using Safeguard.Domain.Access;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.Home;

/// <summary>
/// What somebody owes, as lines that say the verb first and lead to where it is done. Never a word of what was said.
/// </summary>
internal sealed class HomeTasks(
    IReadOnlyDictionary<Guid, EscalationRow> about, IReadOnlyDictionary<Guid, CaseFileRow> files,
    IReadOnlyDictionary<Guid, ReferralOfFile> referrals, DateTimeOffset now)
{
    /// <summary>A case file is a task once it is to be looked at within this.</summary>
    private static readonly TimeSpan LookAhead = TimeSpan.FromDays(1);

    /// <summary>Null for what the home page shows in another place: questions have their own form there.</summary>
    public TaskLine? Of(OpenItemRow item)
    {
        if (item.Kind == BreakGlass.ReviewKind)
            return new(
                "Review why somebody opened a record outside their scope", BreakGlassPages.Reviews, item.NextWakeUp);
        if (referrals.TryGetValue(item.Stream, out var referral))
            return new(
                item.Kind == "disclosure"
                    ? $"Write down what was shared in a referral of {referral.File.Code}"
                    : $"See to a referral of {referral.File.Code}",
                $"/case-files/{referral.File.Id}", item.NextWakeUp);
        if (files.TryGetValue(item.Stream, out var file)) return Of(item, file);
        if (!about.TryGetValue(item.Stream, out var row)) return null;
        var (address, code) = ($"/escalations/{row.Id}", row.ShortCode);
        return item.Kind switch
        {
            "escalation" => new($"{Verb(row)} urgent contact {code}", address, row.Promise?.By),
            "question" => new($"Answer a question on urgent contact {code}", address, item.NextWakeUp),
            "action" => new($"Do what was agreed on urgent contact {code}", address, item.NextWakeUp),
            "debrief" => new($"Talk with whoever raised urgent contact {code}", "/debriefs", row.Debrief?.DueBy),
            _ => null,
        };
    }

    private TaskLine? Of(OpenItemRow item, CaseFileRow file)
    {
        var (address, code) = ($"/case-files/{file.Id}", file.Code);
        return item.Kind switch
        {
            "caseFile" when item.NextWakeUp <= now + LookAhead => new($"Look in on {code}", address, item.NextWakeUp),
            "question" => new($"Answer a question on {code}", $"{address}/yours", item.NextWakeUp),
            "action" => new($"Do what was agreed on {code}", $"{address}/yours", item.NextWakeUp),
            "closing" => new($"Close {code}, as the second person", address, item.NextWakeUp),
            "handover" => new($"Find another supporter for {code}", address),
            _ => null,
        };
    }

    private static string Verb(EscalationRow row) => row.State switch
    {
        EscalationState.Raised or EscalationState.Reopened => "Answer",
        EscalationState.Acknowledged => "Speak with the student of",
        EscalationState.ContactMade => "Look in again on",
        _ => "Finish the record of",
    };
}
