using System.Text.Json;
using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;
using Safeguard.Projections.StandingBoard;

namespace Safeguard.Api.Supervision;

/// <summary>
/// Whose standing one command's events touch, and what is written for them in its transaction: the row on the standing
/// board, what supervisors owe, and every next wake-up (R4, R9).
/// </summary>
internal sealed class SupervisionTouched
{
    private readonly HashSet<PersonId> _people = [];
    private readonly HashSet<GroupId> _groups = [];
    private bool _everybody;

    public void Add(object happened)
    {
        switch (happened)
        {
            case SupporterEvent e: _people.Add(e.Supporter); break;
            case PersonEvent e: _people.Add(e.Person); break;
            case SupervisionGroupEvent e: _groups.Add(e.Group); break;
            // Every fortnight counts in terms and by the policy.
            case TermDatesSet or PolicyAdopted: _everybody = true; break;
        }
    }

    /// <summary>Adds rows and wake-ups; the append asserts every stream that they were computed from.</summary>
    public void Write(Transaction transaction, DirectorySnapshot before, Institution after)
    {
        var supporters = Supporters(after);
        foreach (var facts in after.StandingFactsOf(supporters, transaction.Now))
        {
            RestsOn(Supporter.StreamType, facts.Person.Value);
            if (facts.Supporter.Group is { } own) RestsOn(SupervisionGroup.StreamType, own.Value);
            var row = StandingRow.Of(after, facts, transaction.Now);
            transaction.Add(Row(StandingRow.Table, facts.Person.Value, row));
            transaction.Add(new WakeUp(
                StreamIds.For(Supporter.StreamType, facts.Person.Value), Supporter.StreamType,
                WakeSupporter.NextWakeUp(facts, transaction.Now)));
        }

        if (supporters.Count > 0) RestsOn(Programme.StreamType, Programme.Listening);
        foreach (var group in _groups) WriteTasks(transaction, before.Institution.GroupOf(group), after.GroupOf(group));

        void RestsOn(string type, string slug)
        {
            var stream = StreamIds.For(type, slug);
            transaction.RestsOn(stream, before.VersionOf(stream));
        }
    }

    private List<PersonId> Supporters(Institution after) =>
    [
        .. after.Supporters
            .Where(known => known.Value.Enrolled
                && (_everybody || _people.Contains(known.Key)
                    || (known.Value.Group is { } own && _groups.Contains(own))))
            .Select(known => known.Key)
            .OrderBy(person => person.Value, StringComparer.Ordinal),
    ];

    private static void WriteTasks(Transaction transaction, SupervisionGroup before, SupervisionGroup after)
    {
        var stream = StreamIds.For(SupervisionGroup.StreamType, after.Id.Value);
        var items = after.OpenItems.Select(item => OpenItemRow.Of(stream, SupervisionGroup.StreamType, item)).ToList();
        foreach (var item in items) transaction.Add(Row(OpenItemRow.Table, item.Key, item));
        foreach (var was in before.OpenItems.Select(item => OpenItemRow.Of(stream, SupervisionGroup.StreamType, item)))
            if (items.TrueForAll(item => item.Key != was.Key))
                transaction.Add(new RowWrite(OpenItemRow.Table, was.Key, null));
        if (before.NextWakeUp != after.NextWakeUp)
            transaction.Add(new WakeUp(stream, SupervisionGroup.StreamType, after.NextWakeUp));
    }

    private static RowWrite Row<T>(string table, string key, T row) =>
        new(table, key, JsonSerializer.Serialize(row, EventJson.Options));
}
