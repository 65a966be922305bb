using System.Text.Json.Nodes;
using Safeguard.Api.Escalations;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.People;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>
/// One event as auditors read it. That somebody stepped aside for a conflict of interest is the Coordinators' to know
/// (R15): the event is there with its clocks, and who it was is not.
/// </summary>
internal static class AuditedEvent
{
    private static readonly string[] Common = ["n", "event", "at", "occurredAt"];

    public static JsonObject Of(Recorded recorded)
    {
        var item = TimelineItem.Of(recorded, words: false, conflicts: false);
        if (IsWithheld(recorded.Event))
        {
            foreach (var name in item.Select(field => field.Key).Except(Common, StringComparer.Ordinal).ToList())
                item.Remove(name);
        }

        switch (recorded.Event)
        {
            case EscalationRaised raised:
                // The rest of the code is the raiser's alone (R18).
                item["receipt"] = raised.Receipt[..4];
                break;
            case SupervisionGroupAssigned:
                // Typed by somebody about a supporter, and not sealed.
                item.Remove("reason");
                break;
            case RoleGranted granted:
                Name(granted.Role, "granted");
                break;
            case RoleRevoked revoked:
                Name(revoked.Role, "revoked");
                break;
        }

        return item;

        // "role" is the one in which it was done.
        void Name(Domain.Role role, string what)
        {
            if (recorded.Stamp.Role is null) item.Remove("role");
            item[what] = role.ToString();
        }
    }

    public static bool IsWithheld(object happened) =>
        TimelineItem.IsOfConflict(happened) || happened is CaseConflictDeclared;
}
