using Safeguard.Api.Escalations;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Tells a case file's events as one story: in the domain's words, newest first, with both clocks.</summary>
internal sealed partial class CaseFileStory
{
    private readonly CaseFileHistory _history;
    private readonly Naming _names;
    private readonly PageClock _clock;
    private readonly bool _conflicts;
    private readonly HashSet<Guid> _corrected;
    private readonly HashSet<Guid> _contacts;

    private CaseFileStory(CaseFileHistory history, PageClock clock)
    {
        _history = history;
        _names = new(history.Institution, history.Context.Caller.Person);
        _clock = clock;
        _conflicts = history.Context.Caller.Is(Role.Coordinator);
        _corrected = [.. history.Events.Select(x => x.Event).OfType<ContactCorrected>().Select(e => e.Contact)];
        _contacts = [.. history.Events.Select(x => x.Event).OfType<ContactLogged>().Select(e => e.Contact)];
    }

    public static IReadOnlyList<TimelineEntryView> Tell(CaseFileHistory history, PageClock clock)
    {
        var story = new CaseFileStory(history, clock);
        var entries = new List<TimelineEntryView>();
        for (var index = history.Events.Count - 1; index >= 0; index--)
        {
            var recorded = history.Events[index];
            if (story.Telling((CaseFileEvent)recorded.Event, recorded.Stamp) is not { } told) continue;
            entries.Add(new(
                index + 1, told.Icon, told.Tone, told.Title, recorded.Stamp.RecordedAt, recorded.Stamp.OccurredAt)
            {
                Detail = told.Detail,
                Words = history.ShowsWords ? told.Words : null,
                IsCorrected = recorded.Event is ContactLogged logged && story._corrected.Contains(logged.Contact),
            });
        }

        return entries;
    }

    private Told? Telling(CaseFileEvent happened, Stamp stamp) =>
        OfOwner(happened, stamp) ?? OfContact(happened, stamp) ?? OfPart(happened, stamp) ?? OfClock(happened);

    private string Who(PersonId person) => person == PersonId.System ? "The product" : _names.Subject(person);

    private string Whom(PersonId person) => person == PersonId.System ? "the product" : _names.Of(person);

    private string Because(CaseReassignment reason) => reason switch
    {
        CaseReassignment.Reallocated => "a Coordinator gave it to them",
        CaseReassignment.NobodyBefore => "nobody answered for it before",
        CaseReassignment.LeftOrLostRole => "the one before is no longer in the role",
        _ => _conflicts ? "a conflict of interest" : "somebody else can act sooner",
    };

    private string Service(string slug) =>
        _history.Institution.Programme.Services.TryGetValue(slug, out var service) ? service.Entry.Name : slug;

    private sealed record Told(IconName Icon, Tone Tone, string Title)
    {
        public string? Detail { get; init; }
        public string? Words { get; init; }
    }
}
