using System.Globalization;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Supervision;
using Safeguard.Domain;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit.Packs;

/// <summary>
/// What is in a pack, in the words of its page: people by role and id, moments in the institution's zone.
/// </summary>
internal sealed class PackWords
{
    private readonly PackScope _scope;
    private readonly PageClock _clock;
    private readonly Pseudonyms _people;
    private readonly AuditStory _story;
    private readonly Dictionary<string, string> _records;

    public PackWords(PackScope scope, PackConclusions told, PackSummary summary)
    {
        _scope = scope;
        _clock = PageClock.In(summary.TimeZone, scope.Moment);
        _people = new(summary.Institution, told.Acted);
        _story = new(_people, _clock);
        var referrals = 0;
        _records = told.Records.ToDictionary(
            known => known.Item.ToString(), known => Name(known) ?? $"Referral {++referrals}", StringComparer.Ordinal);
    }

    /// <summary>What each record is called, in the order of the pack.</summary>
    public IEnumerable<string> Records => _scope.Records.Select(record => _records[record.ToString()]);

    public string Time(DateTimeOffset at) => _clock.Full(at, seconds: true);

    /// <summary>One event as an item of the list, encoded.</summary>
    public string Entry(Recorded recorded)
    {
        var record = Record(_scope.RecordOf(recorded.Stream).ToString());
        return Entry(recorded, $"{record}, {recorded.Version}.");
    }

    /// <summary>The same for an event of the institution.</summary>
    public string Ground(Recorded recorded) =>
        Entry(recorded, $"{Sentence.Capital(AuditGround.Of(recorded).Words())}:");

    private string Entry(Recorded recorded, string which)
    {
        var entry = _story.Entry(recorded);
        var clocks = $"Recorded {Time(entry.RecordedAt)}. Happened {Time(entry.OccurredAt)}.";
        var facts = entry.Facts.Select(fact => $"{fact.Label}: {fact.Value}.").Prepend(entry.By);
        return $"""
            <li><h3>{PackPage.Html($"{which} {entry.Title}")}</h3>
            <p class="clocks">{PackPage.Html(clocks)}</p>
            <p>{PackPage.Html(string.Join(' ', facts))}</p></li>

            """;
    }

    public string[] Cells(AuditDeadline due) =>
    [
        Record(due.Item), AuditStory.Words(due.Which), Time(due.DueBy),
        due.LateBySeconds is { } late
            ? $"{Sentence.Capital(due.State)} by {Durations.Exactly(TimeSpan.FromSeconds(late))}"
            : Sentence.Capital(due.State),
        Number(due.EndedBy), due.State == AuditDeadline.Missed && due.ExplainedBy is null
            ? "None given"
            : Number(due.ExplainedBy),
    ];

    public string[] Cells(PageRow page) =>
    [
        $"{Record(page.Item)}, event {page.N}", Time(page.At), Person(page.Person),
        page.Outcome == "sent" ? "Sent" : $"Failed: {page.Channel}, {page.Fault}",
    ];

    public string[] Cells(PackedRead read) =>
    [
        Record(read.Item), Time(read.At), read.Role is { } role ? $"{role.Label()} {read.Person}" : Person(read.Person),
        AuditHistoryPages.How(read.Purpose),
    ];

    public string[] Cells(DutyLine duty) =>
    [
        duty.Panel.Value, Time(duty.From), Time(duty.Until), duty.First is { } first ? Person(first) : "Nobody",
        duty.Deputy is { } deputy ? Person(deputy) : "Nobody", Because(duty.Because),
    ];

    public string[] Cells(StandingLine line) =>
    [
        Person(line.Person), Time(line.From), Time(line.Until), line.Standing.Label(), Day(line.Since), Day(line.DueOn),
        Day(line.LapsesOn), Because(line.Because),
    ];

    public string[] Cells(PolicyLine policy) =>
    [
        policy.Version.ToString(CultureInfo.InvariantCulture),
        policy.EffectiveFrom is { } from ? Time(from) : "The product's own", policy.Author is { } by ? Person(by) : "",
        policy.Reason ?? "", Because(policy.Because),
    ];

    /// <summary>Null for a referral, which has no name of its own.</summary>
    private static string? Name(KnownAt known) => known switch
    {
        { Escalation: { } escalation } => $"Urgent contact {escalation.Receipt[..4]}",
        { CaseFile: { } file } => $"Case file {file.Code}",
        _ => null,
    };

    private static string Because(IEnumerable<AuditGround> grounds) =>
        Sentence.Capital(Sentence.List(grounds.Select(ground => ground.Words())));

    private string Record(string item) => _records[item];

    private string Person(PersonId person) => Sentence.Capital(_people.Of(person));

    private static string Number(int? number) => number is { } known ? $"Event {known}" : "";

    private static string Day(DateOnly? day) =>
        day is { } known && known > DateOnly.MinValue
            ? known.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
            : "";
}
