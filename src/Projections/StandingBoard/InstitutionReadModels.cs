using System.Text.Json;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.StandingBoard;

/// <summary>
/// Rows that follow from the institution as a whole and not from one stream: where each supporter stands, and what
/// supervision groups leave to be done. A check proves them and a rebuild makes them anew.
/// </summary>
public static class InstitutionReadModels
{
    /// <summary>The kind of stream whose open items are among them.</summary>
    public const string ItemsOf = SupervisionGroup.StreamType;

    /// <summary>One row for everybody enrolled.</summary>
    public static IEnumerable<RowWrite> StandingRows(Institution institution, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(institution);
        var enrolled = institution.Supporters.Where(one => one.Value.Enrolled).Select(one => one.Key);
        return institution.StandingFactsOf(enrolled, now).Select(facts =>
            Row(StandingRow.Table, facts.Person.Value, StandingRow.Of(institution, facts, now)));
    }

    /// <summary>The open items of every supervision group.</summary>
    public static IEnumerable<RowWrite> ItemRows(Institution institution)
    {
        ArgumentNullException.ThrowIfNull(institution);
        return from @group in institution.Groups.Values
               from item in @group.OpenItems
               let row = OpenItemRow.Of(StreamIds.For(ItemsOf, @group.Id.Value), ItemsOf, item)
               select Row(OpenItemRow.Table, row.Key, row);
    }

    private static RowWrite Row<T>(string table, string key, T row) =>
        new(table, key, JsonSerializer.Serialize(row, EventJson.Options));
}
