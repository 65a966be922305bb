using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.Escalations;
using Safeguard.EventStore;
using Safeguard.Projections.Events;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Audit.Packs;

/// <summary>
/// The long tables of a pack, read from the log as they are written: a page of events is held and no more. Everything
/// stays sealed, as on an auditor's page, so that no word and no name is in any of them.
/// </summary>
internal sealed class PackRows(PackScope scope, IEventLog log, WholeReads reads, CancellationToken cancel)
{
    private static readonly string[] Common = ["n", "event", "at", "occurredAt", "by", "role"];

    private static readonly string[] Paging = [EventNames.Of(typeof(PageSent)), EventNames.Of(typeof(PageFailed))];

    /// <summary>Everything that happened, with both clocks.</summary>
    public PackTable Events => new(
        "events",
        ["item", "n", "position", "event", "at", "occurredAt", "by", "role", "policyVersion", "facts"],
        () => AllAsync(cancel).Select(recorded =>
            Event("item", scope.RecordOf(recorded.Stream).ToString(), recorded)));

    /// <summary>Events of the institution, each with its stream.</summary>
    public static PackTable Behind(IReadOnlyList<Recorded> events) => new(
        "behind",
        ["stream", "n", "position", "event", "at", "occurredAt", "by", "role", "policyVersion", "facts"],
        () => events.Select(recorded => Event("stream", AuditGround.Of(recorded).Stream, recorded))
            .ToAsyncEnumerable());

    /// <summary>Every page sent and failed, a row for each person.</summary>
    public PackTable Pages => new(
        "pages",
        ["item", "n", "at", "outcome", "person", "rung", "repeat", "reason", "channel", "fault"],
        () => PagesAsync().Select(PackTable.Row));

    /// <summary>Who has read any of it.</summary>
    public PackTable Reads => new(
        "reads", ["item", "position", "at", "person", "role", "purpose"],
        () => ReadsAsync().Select(PackTable.Row));

    /// <summary>Every event of every record, in the order of the log.</summary>
    public async IAsyncEnumerable<Recorded> AllAsync([EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var stored in StoredAsync().WithCancellation(stop))
            yield return EventCodec.DecodeSealed([stored])[0];
    }

    public async IAsyncEnumerable<PageRow> PagesAsync()
    {
        await foreach (var stored in StoredAsync())
        {
            if (!Paging.Contains(stored.Type, StringComparer.Ordinal)) continue;
            var item = scope.RecordOf(stored.Stream).ToString();
            foreach (var row in PageRow.Of(item, EventCodec.DecodeSealed([stored])[0])) yield return row;
        }
    }

    public IAsyncEnumerable<PackedRead> ReadsAsync() =>
        reads.OfAsync(scope.Records, scope.Position, cancel).Select(row => new PackedRead(
            row.Item.ToString(), row.Position, row.At, row.Person, row.Role, row.Purpose));

    private IAsyncEnumerable<StoredEvent> StoredAsync() =>
        log.ReadMergedAsync([.. scope.Records.Select(record => record.Id)], scope.Position, cancel);

    /// <summary>What is common to all events by itself, and the facts of this one together.</summary>
    private static JsonObject Event(string kind, string name, Recorded recorded)
    {
        var told = AuditedEvent.Of(recorded);
        var row = new JsonObject { [kind] = name };
        foreach (var field in Common)
        {
            if (told[field] is { } value) row[field] = value.DeepClone();
            if (field == "n") row["position"] = recorded.Position;
            told.Remove(field);
        }

        row["policyVersion"] = recorded.Stamp.PolicyVersion;
        row["facts"] = told;
        return row;
    }
}

/// <param name="N">The number of the event in its record.</param>
/// <param name="Outcome">sent or failed.</param>
/// <param name="Rung">The step of the ladder; null for a failure, and for a page that is no turn of it.</param>
internal sealed record PageRow(
    string Item, long N, DateTimeOffset At, string Outcome, PersonId Person, int? Rung, int? Repeat,
    PageReason? Reason, string? Channel, string? Fault)
{
    public static IEnumerable<PageRow> Of(string item, Recorded recorded)
    {
        var (n, at) = (recorded.Version, recorded.Stamp.RecordedAt);
        return recorded.Event switch
        {
            PageSent e => e.To.Select(person => new PageRow(
                item, n, at, "sent", person, e.Rung == PageSent.OutsideLadder ? null : e.Rung, e.Repeat, e.Reason,
                null, null)),
            PageFailed e => e.To.Select(person => new PageRow(
                item, n, at, "failed", person, null, null, null, e.Channel, e.Fault)),
            _ => [],
        };
    }
}

/// <param name="Role">In which they read; null where they held none.</param>
internal sealed record PackedRead(
    string Item, long Position, DateTimeOffset At, PersonId Person, Role? Role, ReadPurpose Purpose);
