using System.Text.Json;
using Safeguard.EventStore;

namespace Safeguard.Simulation.Tests;

/// <summary>One crisis as its stream tells it, read without any of the product's own code.</summary>
public sealed record Crisis(IReadOnlyList<StoredEvent> Events)
{
    /// <summary>1-domain R5: at once, after 10, 20 and 30 minutes, then everyone every 15.</summary>
    private static readonly TimeSpan[] Rungs =
        [TimeSpan.Zero, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30)];

    /// <summary>
    /// The longest quiet the ladder allows: a rung pulled forward by a skipped one leaves up to 20 minutes to the next,
    /// which keeps its own time; repeats come every 15.
    /// </summary>
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMinutes(20);

    public static Crisis Of(IReadOnlyList<StoredEvent> events) => new(events);

    public bool RaisedOnce => Events.Count(e => e.Type == "escalation_raised") == 1;

    public bool IsAnswered => Events.Any(e => e.Type is "acknowledged" or "contact_made");

    public DateTimeOffset LastPage => Events.Last(e => e.Type == "page_sent").RecordedAt;

    /// <summary>Pages that went out after it was closed.</summary>
    public int PagesAfterTheEnd => Events.SkipWhile(e => e.Type != "escalation_closed").Count(e =>
        e.Type == "page_sent");

    /// <summary>
    /// The first climb that came later than the policy and the tolerance allow, or came early; null when none.
    /// </summary>
    public string? LatestRung(TimeSpan tolerance)
    {
        var raisedAt = Events[0].RecordedAt;
        var skipped = Events.Where(e => e.Type == "rung_skipped").Select(Rung).ToHashSet();
        foreach (var page in Events.TakeWhile(e => e.Type != "acknowledged").Where(e => e.Type == "routed_to"))
        {
            var rung = Rung(page);
            // A skipped rung before it, or an uncovered panel, pulls a rung forward: then it may be early, never late.
            var due = raisedAt + Rungs[rung];
            if (page.RecordedAt > due + tolerance) return $"rung {rung} came {page.RecordedAt - due} late";
            if (skipped.Count == 0 && page.RecordedAt < due) return $"rung {rung} came early";
        }

        var pages = Events.TakeWhile(e => e.Type != "acknowledged").Where(e => e.Type == "page_sent").ToList();
        for (var i = 1; i < pages.Count; i++)
        {
            if (pages[i].RecordedAt - pages[i - 1].RecordedAt > LongestQuiet + tolerance)
                return $"silence of {pages[i].RecordedAt - pages[i - 1].RecordedAt}";
        }

        return null;
    }

    private static int Rung(StoredEvent e) =>
        JsonSerializer.Deserialize<JsonElement>(e.Json).GetProperty("rung").GetInt32();
}
