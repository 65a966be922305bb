using System.Globalization;

namespace Safeguard.Simulation.Tests.Days;

internal sealed partial class RandomDays
{
    private static readonly string[] Services =
        ["university-counselling-service", "nightline", "chaplaincy", "money-advice"];

    private static readonly object Record = new
    {
        reason = "supportComplete",
        summary = "s",
        followUp = "f",
        decisions = new[] { new { decision = "d", reason = "r" } },
        outcome = "o",
        told = new[] { "nobody" },
    };

    /// <summary>
    /// Somebody opens a file, or takes one thing that is open and does with it what is theirs to do; sometimes it is
    /// not theirs.
    /// </summary>
    private async Task SomebodyWorksAsync()
    {
        var open = await OpenAsync();
        if (open.Count(item => item.Kind == "caseFile") < Supporters && random.Next(4) == 0)
        {
            await AsAsync(OneOf(_cast), HttpMethod.Put, $"/api/case-files/{Id()}", new { });
            return;
        }

        if (random.Next(12) == 0) await AClosedFileAsync();
        if (random.Next(4) == 0) await AnOfferAsync();
        if (open.Count == 0) return;
        var item = OneOf(open);
        var person = random.Next(10) == 0 ? OneOf(_cast) : item.Owner;
        if (item.StreamType == "escalation") await UrgentAsync(person, item);
        else if (item.StreamType == "referral") await ReferralAsync(person, item);
        else await CaseFileAsync(person, item, $"/api/case-files/{item.Stream}");
    }

    private Task CaseFileAsync(string person, Open item, string file) => item.Kind switch
    {
        "question" => PostAsync(person, $"{file}/questions/{item.Item}/answer", new { answer = "a" }),
        "action" => PostAsync(person, $"{file}/actions/{item.Item}/completion", new { }),
        "closing" => AsReaderAsync(person, file, "closure", new { }),
        "handover" => PostAsync(person, $"{file}/reassignment", new { to = OneOf(_cast), reason = "Time." }),
        _ => FileOfTheirsAsync(person, item.Stream, file),
    };

    private async Task FileOfTheirsAsync(string person, Guid id, string file)
    {
        switch (random.Next(14))
        {
            case <= 2:
                await ContactAsync(person, file);
                break;
            case 3:
                var planned = new { contact = Id(), mode = "phone", at = await InDaysAsync(4) };
                await PostAsync(person, $"{file}/planned-contacts", planned);
                break;
            case 4:
                await PostAsync(person, $"{file}/attachments", new { channel = "letter", from = "f", words = "w" });
                break;
            case 5:
                await PostAsync(Supervisor, $"{file}/questions", new { id = Id(), of = person, question = "q" });
                break;
            case 6:
                var owner = OneOf(person, Supervisor, OneOf(_cast));
                var dueBy = await InDaysAsync(5);
                var action = new { action = Id(), what = "w", owner, dueBy, done = false };
                await PostAsync(person, $"{file}/actions", action);
                break;
            case 7 or 8:
                var offer = new { caseFile = id, service = OneOf(Services), summary = "s" };
                await AsAsync(person, HttpMethod.Put, $"/api/referrals/{Id()}", offer);
                break;
            case 9:
                await PostAsync(person, $"{file}/handover", new { to = OneOf(_cast), reason = "r" });
                break;
            case 10:
                await PostAsync(person, $"{file}/consent", new { to = "referral", given = random.Next(2) == 0 });
                await PostAsync(person, $"{file}/involvement", new { who = "trustedContact" });
                break;
            case 11:
                await PostAsync(person, $"{file}/disclosures", new
                {
                    disclosure = Id(),
                    shared = true,
                    what = "w",
                    toWhom = "t",
                    why = "y",
                    withConsent = true,
                    decidedBy = person,
                });
                break;
            default:
                await AsReaderAsync(person, file, "resolution", Record);
                break;
        }
    }

    /// <summary>A conversation, now or lately; once in a while an urgent one, or one that puts right another.</summary>
    private async Task ContactAsync(string person, string file)
    {
        var contact = Id();
        var band = random.Next(10) switch { 0 => "Immediate", 1 => "Within4Hours", _ => null };
        await PostAsync(person, $"{file}/contacts", new
        {
            contact,
            mode = OneOf("inPerson", "message"),
            minutes = 30,
            topics = new[] { "Anxiety" },
            band,
            note = "n",
            occurredAt = random.Next(3) == 0 ? await InDaysAsync(-random.Next(1, 4)) : null,
        });
        var right = new { mode = "phone", minutes = 10, note = "n", reason = "r" };
        if (random.Next(3) == 0) await PostAsync(person, $"{file}/contacts/{contact}/correction", right);
    }

    /// <summary>Whoever was asked to take over a file answers.</summary>
    private async Task AnOfferAsync()
    {
        var offered = (await FilesAsync()).Where(file => file.OfferedTo is not null).ToList();
        if (offered.Count == 0) return;
        var file = OneOf(offered);
        var answer = OneOf("acceptance", "acceptance", "decline");
        await PostAsync(file.OfferedTo!, $"/api/case-files/{file.Id}/handover/{answer}", new { });
    }

    private async Task AClosedFileAsync()
    {
        var closed = (await FilesAsync()).Where(file => file.State == "Closed").ToList();
        if (closed.Count == 0) return;
        var file = $"/api/case-files/{OneOf(closed).Id}";
        if (random.Next(2) == 0) await PostAsync(OneOf(Coordinators), $"{file}/reopening", new { reason = "r" });
        else await ContactAsync(OneOf(_cast), file);
    }

    private async Task ReferralAsync(string person, Open item)
    {
        var referral = $"/api/referrals/{item.Stream}";
        if (item.Kind == "disclosure") await PostAsync(person, $"{referral}/disclosure", new { why = "w" });
        var outcome = OneOf("helped", "notHelped", "noReply", "didNotAttend", "declinedByService");
        // The next step of a good ending often; now and then one that does not follow.
        switch (random.Next(6))
        {
            case 0:
                await PostAsync(person, $"{referral}/withdrawal", new { reason = "r" });
                break;
            case 1:
                var answer = OneOf("decline", "non-attendance", "chase");
                await PostAsync(person, $"{referral}/{answer}", new { reason = "r" });
                break;
            default:
                await PostAsync(person, $"{referral}/consent", new { given = true, how = "h" });
                await PostAsync(person, $"{referral}/sent", new { what = "w", toWhom = "t", channel = "email" });
                if (random.Next(2) == 0) await PostAsync(person, $"{referral}/acceptance", new { });
                if (random.Next(2) == 0) await PostAsync(person, $"{referral}/seen", new { });
                if (random.Next(2) == 0) await PostAsync(person, $"{referral}/completion", new { outcome });
                break;
        }
    }

    private async Task UrgentAsync(string person, Open item)
    {
        var escalation = $"/api/escalations/{item.Stream}";
        if (item.Kind == "debrief") await PostAsync(person, $"{escalation}/debrief", new { held = true });
        if (item.Kind != "escalation") return;
        await PostAsync(person, $"{escalation}/acknowledgement", new { });
        await PostAsync(person, $"{escalation}/contact", new { mode = "phone" });
        if (random.Next(3) == 0) return;
        await PostAsync(person, $"{escalation}/safe-for-now", new { summary = "s" });
        await AsReaderAsync(person, escalation, "closure", Record);
    }

    private Task PostAsync(string person, string path, object body) => AsAsync(person, HttpMethod.Post, path, body);

    private async Task<string> InDaysAsync(int days) => (await node.NowAsync()).AddDays(days)
        .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
