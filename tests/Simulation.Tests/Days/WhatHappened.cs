using System.Text.Json;
using Safeguard.EventStore;

namespace Safeguard.Simulation.Tests.Days;

/// <summary>
/// A second opinion on case files, from the stored events alone and with nothing of the product's own rules: what is
/// open, and whether anything was closed over something open (R3).
/// </summary>
internal sealed class WhatHappened
{
    private readonly Dictionary<Guid, OpenParts> _files = [];
    private readonly HashSet<Guid> _openUrgent = [];
    private readonly HashSet<Guid> _openReferrals = [];

    public long Position { get; private set; }

    /// <summary>How often each kind of event was stored.</summary>
    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>What is wrong, in words without anybody's name.</summary>
    public List<string> Faults { get; } = [];

    public IEnumerable<Guid> OpenFiles => _files.Where(file => file.Value.IsOpen).Select(file => file.Key);

    public IEnumerable<Guid> ClosedFiles => _files.Where(file => !file.Value.IsOpen).Select(file => file.Key);

    public IReadOnlySet<Guid> OpenReferrals => _openReferrals;

    /// <summary>Everything that was stored since the last call.</summary>
    public async Task ReadOnAsync(IEventLog log)
    {
        while (await log.ReadAllAsync(Position, 1000, CancellationToken.None) is { Count: > 0 } page)
        {
            foreach (var happened in page) Take(happened);
            Position = page[^1].Position;
        }
    }

    private void Take(StoredEvent happened)
    {
        Counts[happened.Type] = Counts.GetValueOrDefault(happened.Type) + 1;
        if (happened.StreamType == "escalation") Follow(_openUrgent, happened, "escalation_closed");
        if (happened.StreamType == "referral")
            Follow(_openReferrals, happened, "referral_completed", "referral_withdrawn");
        if (happened.StreamType != "case-file") return;
        using var document = JsonDocument.Parse(happened.Json);
        var file = _files.TryGetValue(happened.Stream, out var known) ? known : _files[happened.Stream] = new();
        Take(happened, document.RootElement, file);
    }

    private static void Follow(HashSet<Guid> open, StoredEvent happened, params string[] ends)
    {
        if (ends.Contains(happened.Type)) open.Remove(happened.Stream);
        else if (happened.Version == 1 || happened.Type == "escalation_reopened") open.Add(happened.Stream);
    }

    private void Take(StoredEvent happened, JsonElement said, OpenParts file)
    {
        switch (happened.Type)
        {
            case "case_file_opened" or "case_file_reopened":
                if (file.IsOpen && happened.Type == "case_file_opened") Faults.Add($"{happened.Stream} opened twice");
                file.IsOpen = true;
                break;
            case "case_question_asked":
                file.Questions.Add(said.GetProperty("question").GetGuid());
                break;
            case "case_question_answered":
                file.Questions.Remove(said.GetProperty("question").GetGuid());
                break;
            case "case_action_recorded" when !said.GetProperty("done").GetBoolean():
                var due = said.GetProperty("dueBy");
                file.Actions[said.GetProperty("action").GetGuid()] =
                    due.ValueKind == JsonValueKind.Null ? null : due.GetDateTimeOffset();
                break;
            case "case_action_done":
                file.Actions.Remove(said.GetProperty("action").GetGuid());
                break;
            case "escalation_linked":
                file.Urgent.Add(said.GetProperty("escalation").GetGuid());
                break;
            case "referral_linked":
                file.Referrals.Add(said.GetProperty("referral").GetGuid());
                break;
            case "involvement_recorded":
                file.OwesDisclosure = true;
                break;
            case "case_disclosure_recorded":
                file.OwesDisclosure = false;
                break;
            case "case_file_closed":
                file.IsOpen = false;
                foreach (var open in StillOpen(file, happened.RecordedAt))
                    Faults.Add($"{happened.Stream} was closed with {open} at {happened.Position}");
                break;
        }
    }

    private IEnumerable<string> StillOpen(OpenParts file, DateTimeOffset at)
    {
        if (file.Questions.Count > 0) yield return "a question unanswered";
        if (file.Actions.Values.Any(due => due <= at)) yield return "an action overdue";
        if (file.Urgent.Any(_openUrgent.Contains)) yield return "an urgent contact open";
        if (file.Referrals.Any(_openReferrals.Contains)) yield return "a referral without outcome";
        if (file.OwesDisclosure) yield return "no record of what was shared";
    }

    private sealed class OpenParts
    {
        public bool IsOpen { get; set; }
        public HashSet<Guid> Questions { get; } = [];
        public Dictionary<Guid, DateTimeOffset?> Actions { get; } = [];
        public HashSet<Guid> Urgent { get; } = [];
        public HashSet<Guid> Referrals { get; } = [];
        public bool OwesDisclosure { get; set; }
    }
}
