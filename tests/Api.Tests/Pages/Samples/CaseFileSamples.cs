using Safeguard.Api.CaseFiles;
using Safeguard.Api.Escalations;
using Safeguard.Api.Home;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>One case file in its states, as each kind of reader sees it, and the lists of them.</summary>
public static class CaseFileSamples
{
    private const string Id = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d2";
    private const string Part = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d";

    private static readonly CaseFileMove[] OfOwner =
    [
        CaseFileMove.LogContact, CaseFileMove.CorrectContact, CaseFileMove.PlanContact, CaseFileMove.Signpost,
        CaseFileMove.Attach, CaseFileMove.Identify, CaseFileMove.Consent, CaseFileMove.AskQuestion,
        CaseFileMove.RecordAction, CaseFileMove.Involve, CaseFileMove.Disclose, CaseFileMove.HandOver,
        CaseFileMove.Resolve, CaseFileMove.Explain, CaseFileMove.DeclareConflict,
    ];

    private static readonly TimelineEntryView[] Timeline =
    [
        Entry(6, IconName.Question, Tone.Warn, "Dev Yilmaz asked you a question", "2026-11-19T10:05:00") with
        {
            Words = "Where is the referral?",
        },
        Entry(5, IconName.Pen, Tone.Plain, "A contact was corrected by you", "2026-11-18T09:00:00") with
        {
            Words = "We talked about home as well.", Detail = "In person, 50 min. I had left out the end.",
        },
        Entry(4, IconName.Bang, Tone.Alarm, "A look in was due", "2026-11-17T09:00:00") with
        {
            Detail = "Missed by 2 days.", MayExplain = true,
        },
        Entry(3, IconName.Pen, Tone.Plain, "A contact was logged by you", "2026-11-16T18:00:00") with
        {
            Words = "We talked about the first weeks.", IsCorrected = true,
        },
        Entry(2, IconName.Bell, Tone.Plain, "A voicemail was attached", "2026-11-16T17:00:00"),
        Entry(1, IconName.Pen, Tone.Plain, "Opened for you", "2026-11-16T12:00:00"),
    ];

    private static readonly CaseFileView Open = new(Id, "WX-7K3M", 6, CaseFileState.Open)
    {
        May = OfOwner.ToHashSet(),
        Owner = "You",
        OwnerSince = Night.At("2026-11-16T12:00:00"),
        Panel = "Alder College",
        Kind = ProgrammeKind.Mentoring,
        NextWakeUp = Night.At("2026-11-20T10:05:00"),
        NextWakeUpFor = "the question",
        Next = new("Answer Dev Yilmaz", "Where is the referral?", CaseNextKind.Answer)
        {
            Quoted = true,
            Item = $"{Part}3",
            Since = Night.At("2026-11-19T10:05:00"),
            Due = Night.At("2026-11-20T10:05:00"),
            DueWords = "Until then this file cannot close. Answer by",
        },
        Student = new("Noor Example", "07700 900123", "Her sister"),
        Consents = ["A record being kept: yes, Mon 16 Nov, 12:00"],
        Readers = ["Dev Yilmaz", "you"],
        ReadBy = [new("Dev Yilmaz", "to respond to it", 2, Night.At("2026-11-19T10:00:00"))],
        SpokenWith = true,
        Contacts = 1,
        ShowsWords = true,
        OfferedTo = "Imran Adeyemi",
        Questions =
        [
            new($"{Part}3", "you", "Where is the referral?", Night.At("2026-11-19T10:05:00"),
                Night.At("2026-11-20T10:05:00"), MayAnswer: true),
            new($"{Part}4", "Imran Adeyemi", "Do you know the tutor?", Night.At("2026-11-19T12:00:00"),
                Night.At("2026-11-20T12:00:00"), MayAnswer: true),
        ],
        Actions = [new($"{Part}5", "Ask the tutor for another week", "you", Night.At("2026-11-23T12:00:00"),
            MayComplete: true)],
        Goals = [new($"{Part}6", "Goes to one seminar a week", new DateOnly(2026, 12, 4), IsMet: false),
            new($"{Part}7", "Has spoken to her flatmates", null, IsMet: true)],
        DisclosureBy = Night.At("2026-11-21T10:00:00"),
        Missed = [new(CaseDeadline.Review, null, Night.At("2026-11-17T09:00:00"))],
        Checks = [new("Its owner resolves it, with the record of the end", IsDone: false),
            new("Every referral has an outcome", IsDone: true)],
        Correctable = [new($"{Part}8", "The one of Mon 16 Nov, in person", "inPerson", 40,
            "We talked about the first weeks.", null)],
        Timeline = Timeline,
        People = [new("we0004", "Dev Yilmaz"), new("we0105", "Imran Adeyemi")],
        Supporters = [new("we0105", "Imran Adeyemi")],
        Senior = [new("we0014", "Nguyễn Zielinski")],
        Services = [new("nightline", "Nightline", "closed now; Samaritans are open")],
    };

    private static readonly CaseFileView ToBeClosed = Open with
    {
        State = CaseFileState.Resolved,
        May = new HashSet<CaseFileMove> { CaseFileMove.Close, CaseFileMove.Reopen, CaseFileMove.AskQuestion,
            CaseFileMove.Restrict, CaseFileMove.DeclareConflict },
        Owner = "Jamal Smith-Jones",
        OfferedTo = null,
        Next = new("Close this file, as the second person", "Read its record first.", CaseNextKind.Close),
        Questions = [],
        SecondNames = [new($"{Part}9", Night.At("2026-11-21T10:00:00"), MayAdd: true)],
        Correctable = [],
        Missed = [],
    };

    private static readonly CaseFileView StateOnly = new(Id, "WX-7K3M", 6, CaseFileState.Open)
    {
        May = new HashSet<CaseFileMove> { CaseFileMove.Attach, CaseFileMove.Reassign, CaseFileMove.LiftRestriction,
            CaseFileMove.DeclareConflict },
        Owner = "Jamal Smith-Jones",
        OwnerSince = Night.At("2026-11-16T12:00:00"),
        Panel = "Alder College",
        NextWakeUp = Night.At("2026-11-23T12:00:00"),
        NextWakeUpFor = "a look in",
        Next = new("Find another supporter for this student", "Its owner takes on no work at the moment.",
            CaseNextKind.Reassign),
        Restricted = true,
        LegalHold = true,
        Supporters = [new("we0105", "Imran Adeyemi")],
        Timeline = [.. Timeline.Select(entry => entry with { Words = null, MayExplain = false })],
    };

    private static readonly CaseFileLine Line = new(
        Id, "WX-7K3M", CaseFileState.Open, "You", "Alder College", Night.At("2026-11-20T10:05:00"), "a question",
        Night.At("2026-11-16T18:00:00"));

    private static readonly CaseOwedView Owed = new(
        $"/case-files/{Id}",
        [new($"{Part}3", "Supervisor", "Do you know the tutor?", Night.At("2026-11-19T12:00:00"),
            Night.At("2026-11-20T12:00:00"))],
        [new($"{Part}5", "Ask the tutor for another week", "you", Night.At("2026-11-23T12:00:00"), MayComplete: true)]);

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<CaseFilePage, CaseFileView>("case-file-asked", Open, Night.Supporter),
        Sample.Of<CaseFilePage, CaseFileView>("case-file-contact", Open with { Asked = "contacts", Questions = [],
            Next = new("You have this file", "No contact has been logged yet.", CaseNextKind.LogContact) },
            Night.Supporter),
        Sample.Of<CaseFilePage, CaseFileView>("case-file-refused", Open with { Refused = NotResolved },
            Night.Supporter),
        Sample.Of<CaseFilePage, CaseFileView>("case-file-lapsed", Open with { Next = null,
            NotTakingOn = "You have lapsed since Fri 13 Nov. Book supervision; the next session is on Wed 25 Nov." },
            Night.Supporter),
        Sample.Of<CaseFilePage, CaseFileView>("case-file-resolved", ToBeClosed, Night.Supervisor),
        Sample.Of<CaseFilePage, CaseFileView>("case-file-restricted", StateOnly, Night.Coordinator),
        Sample.Of<CaseFilePage, CaseFileView>("case-file-offered", StateOnly with
        {
            Restricted = false, LegalHold = false,
            May = new HashSet<CaseFileMove> { CaseFileMove.AnswerOffer, CaseFileMove.DeclareConflict },
            Next = new("You are asked to take this file", "Its owner stays until you say yes.", CaseNextKind.Accept)
            {
                Since = Night.At("2026-11-19T12:00:00"), Due = Night.At("2026-11-22T12:00:00"), DueWords = "Answer by",
            },
        }, Night.Supporter),
        Sample.Of<CaseFilePage, CaseFileView>("case-file-urgent", ToBeClosed with
        {
            State = CaseFileState.Reopened, OpenUntil = Night.At("03:14"),
            Next = new("An urgent contact about this student is open", "Its own page has the clock and who has it.",
                CaseNextKind.OpenEscalation) { Item = $"{Part}1" },
        }, Night.Deputy),
        Sample.Of<CaseOwedPage, CaseOwedView>("case-owed", Owed, Night.Supporter),
        Sample.Of<CaseOwedPage, CaseOwedView>("case-owed-done", Owed with { Questions = [], Actions = [] },
            Night.Supporter),
        Sample.Of<CaseOwedPage, CaseOwedView>("case-owed-refused", Owed with { Refused = NotAnswered },
            Night.Supporter),
        Sample.Of<CaseFileListPage, CaseFileListView>("case-files", new([Line], []) { MayOpen = true,
            Panels = [new("chemistry", "Chemistry")] }, Night.Supporter),
        Sample.Of<CaseFileListPage, CaseFileListView>("case-files-office", new([], [Line with { Owner =
            "Jamal Smith-Jones", What = "another supporter", LastContactAt = null }, Line with { State =
            CaseFileState.Closed, Owner = "Imran Adeyemi", NextWakeUp = null, What = "nothing" }]) { HasMore = true,
            MayOpen = true, Supporters = [new("we0105", "Imran Adeyemi")], Panels = [new("chemistry", "Chemistry")],
            NotFound = "WX-2222" }, Night.Coordinator),
        Sample.Of<OpenItemsPage, OpenItemsView>("open-items", new(
            [
                new("Urgent contact 4T9Q", "/escalations/4", "Nguyễn Zielinski", Night.Deputy.Clock.Now),
                new(
                    "Question: case file WX-7K3M", "/case-files/4", "Jamal Smith-Jones",
                    Night.Deputy.Clock.Now.AddDays(2)),
            ],
            [new("Jamal Smith-Jones", 4, IsMany: true)], HasMore: true), Night.Coordinator),
        Sample.Of<OpenItemsPage, OpenItemsView>("open-items-none", new([], [], HasMore: false), Night.Coordinator),
        Sample.Of<StudentSearchPage, StudentSearchView>("student-search", new(null), Night.Deputy),
        Sample.Of<StudentSearchPage, StudentSearchView>("student-found", new([Line]), Night.Deputy),
        Sample.Of<StudentSearchPage, StudentSearchView>("student-not-found", new([]), Night.Deputy),
        Sample.Of<CaseFileListPage, CaseFileListView>("case-files-none", new([], []), Night.Supervisor),
        Sample.Of<CaseFileListPage, CaseFileListView>("case-files-lapsed", new([], []) { MayOpen = true,
            NotTakingOn = "You have lapsed since Fri 13 Nov. Book supervision." }, Night.Supporter),
        Sample.Of<CaseFileListPage, CaseFileListView>("case-files-refused", new([], []) { MayOpen = true,
            Supporters = [new("we0105", "Imran Adeyemi")], Refused = NotOpened }, Night.Coordinator),
    ];

    private static Refused NotResolved => new(
        "resolution",
        [new("outcome", "Say what the outcome was"), new("told", "Say who was told")],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["summary"] = "Came to talk about the first weeks." },
        "caseFile.resolutionIncomplete");

    private static Refused NotAnswered => new(
        $"questions-{Part}3", [new("answer", "Write the answer")],
        new Dictionary<string, string>(StringComparer.Ordinal));

    private static Refused NotOpened => new(
        "new", [new("supporter", "Choose a supporter")], new Dictionary<string, string>(StringComparer.Ordinal));

    private static TimelineEntryView Entry(long number, IconName icon, Tone tone, string title, string at) =>
        new(number, icon, tone, title, Night.At(at), Night.At(at));
}
