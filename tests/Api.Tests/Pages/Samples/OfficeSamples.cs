using Safeguard.Api.Debriefs;
using Safeguard.Api.Docs;
using Safeguard.Api.Escalations;
using Safeguard.Api.Home;
using Safeguard.Api.Import;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.People;
using Safeguard.Api.Programmes;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>Home, the programme office's pages and the directory.</summary>
public static class OfficeSamples
{
    private const string Id = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d2";

    private static readonly Choice[] Panels = [new("alder-college", "Alder College"), new("chemistry", "Chemistry")];

    private static readonly ReceiptLine Receipt = new(Id, "4T9Q-2M7K", Band.Immediate, Night.At("02:14:07"),
        ReceiptStage.SeenByAPerson);

    private static readonly ServicesView Directory = new(
    [
        new("campus-security", new("Campus Security", ServiceKind.Professional, Inside: true, "01632 960010",
            "always", Urgent: true)),
        new("nightline", new("Nightline", ServiceKind.StudentGroup, Inside: true, "text NIGHT to 01632 960044",
            "20:00-08:00 in term", Urgent: false)),
        new("duty-gp", new("Duty GP, Wharf Street Practice", ServiceKind.Professional, Inside: false, "01632 960002",
            null, Urgent: true)),
    ]);

    private static readonly PersonView Person = new("we0102", "Jamal Smith-Jones", 7, PersonStatus.Active)
    {
        Email = "we0102@wexcombe.example",
        Phone = "07700 900142",
        Supervisor = "Dev Yilmaz",
        Group = "G10",
        Roles = [new("supporter", "alder-college", "Supporter, Alder College", MayRevoke: true), new("supervisor",
            null, "Supervisor", MayRevoke: true)],
        Conflicts = [new(Id, "towards Yusuf Hall", "another relationship", Night.At("2026-10-03T10:00"), MayEnd: true)],
        Panels = Panels,
        Givable = [new("supporter", "Supporter"), new("seniorMember", "Senior Member")],
        OpenItems = 2,
        MayChange = true,
    };

    private static readonly AdoptedPolicyView Defaults = new(Policy.Default, null, null, null);

    private static readonly AdoptedPolicyView Adopted = new(
        Policy.Default with { Version = 1, RepeatEvery = TimeSpan.FromMinutes(20), Holidays = [new(2026, 12, 25)] },
        Night.At("2026-10-01T09:00"),
        "Fergus Farouk",
        "The Deputies asked for longer between repeats.");

    private static readonly ImportReport Clean = new(
        [new("people.csv", 618), new("rota.csv", 310)], [], 0,
        [new("people.csv", 7, "This role was given already.")], 1,
        [new("people added", 618), new("shifts planned", 310)]);

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<HomePage, HomeView>("home-supporter", new() { Receipts = [Receipt], Supervisor = new("Dev Yilmaz",
            "07700 900004", "we0004@wexcombe.example"), Tasks = [new("Answer a question on your urgent contact 4T9Q",
            $"/receipts/{Id}", Night.At("15:20"))] }, Night.Supporter),
        Sample.Of<HomePage, HomeView>("home-new", new() { Receipts = [] }, Night.Supporter),
        Sample.Of<HomePage, HomeView>("home-senior-member", new() { Waiting = new(1, 2, 5),
            Duties = [new("Deputy for Alder College", Night.At("2026-11-13T18:00"), Night.At("18:00"),
            Confirmed: true)], Tasks = [new("Say why a deadline was missed", "/queue")] }, Night.Deputy),
        Sample.Of<HomePage, HomeView>("home-coordinator", new() { Waiting = new(0, 0, 5), Pages = [new("/overview",
            "Overview"), new("/people", "People")] }, Night.Coordinator),
        Sample.Of<AccountPage, AccountView>("account", new("Nguyễn Zielinski", "we0014@wexcombe.example", null,
            ["Senior Member, Alder College"], "Dev Yilmaz", "G10"), Night.Deputy),
        Sample.Of<AccountPage, AccountView>(
            "account-calendar",
            new("Nguyễn Zielinski", null, null, [], null, null)
            {
                HasCalendar = true,
                CalendarAddress = "https://safeguard.wexcombe.example/calendar/"
                    + "Zm9yIHRoZSBzYW1wbGUgcGFnZSBvbmx5LCBub3QgYSBr.ics",
            },
            Night.Deputy),
        Sample.Of<DebriefsPage, DebriefsView>("debriefs", new([new(Id, "4T9Q", Band.Immediate, "Jamal Smith-Jones",
            "07700 900142", Night.At("02:14"), Night.At("2026-11-21T02:14")), new(Id, "9HX2", Band.Within4Hours,
            "Amara Hughes", null, Night.At("2026-11-18T02:14"), Night.At("2026-11-19T02:14"))]), Night.Supervisor),
        Sample.Of<DebriefsPage, DebriefsView>("debriefs-none", new([]), Night.Supervisor),
        Sample.Of<PeoplePage, PeopleView>("people", new([new("we0102", "Jamal Smith-Jones",
            ["Supporter, Alder College"], PersonStatus.Active), new("we0548", "Łucja Ó Súilleabháin",
            ["Trainee, Alder College"], PersonStatus.InTraining), new("we0007", null, [], PersonStatus.Left),
            new("we0133", "Noor Patel", ["Supporter, Chemistry"], PersonStatus.Suspended)]) { Panels = Panels,
            Search = "a", Found = 618, More = "/people?after=4", MayAdd = true }, Night.Coordinator),
        Sample.Of<PeoplePage, PeopleView>("people-refused", new([]) { MayAdd = true, Refused = Refusal("person", "id",
            "Somebody has this id already. Check the list.") }, Night.Coordinator),
        Sample.Of<PersonPage, PersonView>("person", Person, Night.Coordinator),
        Sample.Of<PersonPage, PersonView>("person-left", Person with { Status = PersonStatus.Left, Roles = [],
            Conflicts = [], LeftAt = Night.At("2026-10-03T10:00"), Refused = Refusal("role", "panel",
            "Supporters and Senior Members belong to a panel. Say which.") }, Night.Coordinator),
        Sample.Of<ServicesPage, ServicesView>("services", Directory, Night.Supporter),
        Sample.Of<ServicesPage, ServicesView>("services-office", Directory with { MayChange = true },
            Night.Coordinator),
        Sample.Of<PolicyPage, PolicyView>("policy", new([Adopted, Defaults], 3) { InForce = Adopted,
            MayChange = true }, Night.Coordinator),
        Sample.Of<PolicyPage, PolicyView>("policy-refused", new([Defaults], 0) { InForce = Defaults, MayChange = true,
            Refused = Refusal("policy", "repeatEvery",
            "Between a minute and a day, so that people stay reachable.") }, Night.Coordinator),
        Sample.Of<DocsPage, DocsView>("docs", new("Urgent contacts that reach a person.", [new("escalations", [new(
            "recordContact", "POST", "/api/escalations/{id}/contact", "A person spoke with the student.",
            "Who may: SeniorMember, Coordinator, Supervisor.", [new("id", "path", "Needed.")],
            "{\n  \"mode\": \"phone\"\n}", [new("204", "No content.", []), new("409", "A rule forbids it. Codes: "
            + "`escalation.closed`.", [])])])]), Night.Nobody),
        Sample.Of<ImportPage, ImportView>("import", new(), Night.Coordinator),
        Sample.Of<ImportPage, ImportView>("import-refused", new() { Refused = Refusal("import", "files",
            "Choose the files first.") }, Night.Coordinator),
        Sample.Of<ImportPage, ImportView>("import-checked", new() { Report = Clean, DryRun = true }, Night.Coordinator),
        Sample.Of<ImportPage, ImportView>("import-bad", new() { Report = Clean with { Bad = [new("people.csv", 14,
            "since", "31/02/2026", "This is not a day."), new("rota.csv", 0, null, null,
            "The file is not text in UTF-8.")], BadCount = 230 } }, Night.Coordinator),
    ];

    private static Refused Refusal(string form, string field, string message) =>
        new(form, [new(field, message)], new Dictionary<string,
            string>(StringComparer.Ordinal)
        { ["name"] = "Amara Hughes" }, "a.code");
}
