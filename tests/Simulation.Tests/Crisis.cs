using System.Text.Json;
using Safeguard.EventStore;

namespace Safeguard.Simulation.Tests;

/// <summary>One crisis as its stream tells it, read without any of the product's own rules.</summary>
public sealed class Crisis
{
    /// <summary>1-domain R5: at once, after 10, 20 and 30 minutes, then everyone every 15.</summary>
    private static readonly TimeSpan[] Rungs =
        [TimeSpan.Zero, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30)];

    private static readonly TimeSpan Repeat = TimeSpan.FromMinutes(15);

    private readonly IReadOnlyList<StoredEvent> _events;
    private readonly List<Turn> _turns;

    private Crisis(IReadOnlyList<StoredEvent> events)
    {
        _events = events;
        _turns =
        [
            .. events.Where(e => e.Type is "routed_to" or "rung_skipped")
                .Select(e => new Turn(Number(e, "rung"), e.Type == "rung_skipped", e.RecordedAt)),
            .. events.Where(e => e.Type == "page_sent" && Number(e, "repeat") > 0)
                .Select(e => new Turn(Rungs.Length - 1 + Number(e, "repeat"), false, e.RecordedAt)),
        ];
    }

    public static Crisis Of(IReadOnlyList<StoredEvent> events) => new(events);

    public bool RaisedOnce => _events.Count(e => e.Type == "escalation_raised") == 1;

    public DateTimeOffset? AcknowledgedAt => _events.FirstOrDefault(e => e.Type == "acknowledged")?.RecordedAt;

    public bool HadAGap => _turns.Any(turn => turn.Skipped);

    public bool HadMailFail => _events.Any(e => e.Type == "page_failed");

    /// <summary>Turns of the ladder after somebody had it, and pages of any kind after it was closed.</summary>
    public int PagesAfterTheEnd =>
        _turns.Count(turn => turn.At > AcknowledgedAt)
        + _events.SkipWhile(e => e.Type != "escalation_closed").Count(e => e.Type == "page_sent");

    public bool IsStillPaging(DateTimeOffset now, TimeSpan tolerance) =>
        AcknowledgedAt is null && _turns[^1].At > now - Repeat - tolerance;

    /// <summary>
    /// Holds every turn of the ladder up to now, or until somebody had it, against the policy: none missing, none too
    /// many, none early and none later than the tolerance.
    /// </summary>
    /// <returns>What is wrong first; null when nothing is.</returns>
    public string? WrongTurn(DateTimeOffset now, TimeSpan tolerance)
    {
        var until = AcknowledgedAt ?? now;
        for (var place = 0; ; place++)
        {
            var due = DueAt(place);
            if (place == _turns.Count) return due + tolerance < until ? $"turn {place} never came" : null;
            var turn = _turns[place];
            if (turn.Number != place) return $"turn {turn.Number} came where {place} was due";
            if (turn.At < due) return $"turn {place} came {due - turn.At} early";
            if (turn.At > due + tolerance) return $"turn {place} came {turn.At - due} late";
        }
    }

    /// <summary>A rung that nobody stands on pulls the next one forward; those after it keep their time.</summary>
    private DateTimeOffset DueAt(int place)
    {
        var raisedAt = _events[0].RecordedAt;
        if (place > 0 && _turns[place - 1].Skipped) return _turns[place - 1].At;
        return place < Rungs.Length
            ? raisedAt + Rungs[place]
            : raisedAt + Rungs[^1] + (Repeat * (place - Rungs.Length + 1));
    }

    private static int Number(StoredEvent e, string name) =>
        JsonSerializer.Deserialize<JsonElement>(e.Json).GetProperty(name).GetInt32();

    /// <summary>One rung's turn, or one repeat: these are numbered on from the last rung.</summary>
    private sealed record Turn(int Number, bool Skipped, DateTimeOffset At);
}
