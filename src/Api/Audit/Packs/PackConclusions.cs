using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit.Packs;

/// <summary>
/// What is concluded from the events of a case while they pass: what they name and each record's state, never the
/// events themselves.
/// </summary>
internal sealed class PackConclusions(PackScope scope)
{
    private readonly Dictionary<ReadItem, KnownAt> _known = scope.Records.ToDictionary(
        record => record, record => new KnownAt(record, scope.Moment, [], 0, Institution.Empty));
    private readonly Dictionary<PersonId, Role> _acted = [];
    private readonly HashSet<PanelId> _panels = [];
    private readonly HashSet<PersonId> _people = [];
    private DateTimeOffset _last;

    /// <summary>Each record as it stands after everything, in the order of the pack.</summary>
    public IEnumerable<KnownAt> Records => scope.Records.Select(record => _known[record]);

    /// <summary>When its first event was recorded.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>The end of the case's life: the last event of one that is over, else the pack's own moment.</summary>
    public DateTimeOffset Until => Records.Any(IsOpen) ? scope.Moment : _last;

    /// <summary>Every panel that any of it was ever in.</summary>
    public IReadOnlyList<PanelId> Panels => [.. _panels.OrderBy(panel => panel.Value, StringComparer.Ordinal)];

    /// <summary>Whoever listened, answered for the case file or raised: the supporters are among them.</summary>
    public IReadOnlyList<PersonId> People => [.. _people.OrderBy(person => person.Value, StringComparer.Ordinal)];

    /// <summary>The role in which somebody acted last.</summary>
    public IReadOnlyDictionary<PersonId, Role> Acted => _acted;

    /// <summary>The versions of the policy that decisions used.</summary>
    public SortedSet<int> Policies { get; } = [];

    public void Take(ReadItem record, Recorded recorded)
    {
        var stamp = recorded.Stamp;
        if (From == default) From = stamp.RecordedAt;
        _last = stamp.RecordedAt;
        if (stamp.Role is { } role) _acted[stamp.By] = role;
        Policies.Add(stamp.PolicyVersion);
        var known = _known[record] = _known[record].After(recorded);
        if (known.Panel is { } panel) _panels.Add(panel);
        foreach (var person in new[] { known.CaseFile?.Supporter, known.CaseFile?.Owner, known.Escalation?.Raiser })
            if (person is { } named) _people.Add(named);
    }

    private static bool IsOpen(KnownAt known) => known.CaseFile?.IsOpen ?? known.Escalation?.IsOpen ?? false;
}
