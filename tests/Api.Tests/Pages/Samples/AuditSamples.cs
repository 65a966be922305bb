using Safeguard.Api.Audit;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>The auditor's room: one urgent contact as it was known, deadlines, samples and findings.</summary>
public static class AuditSamples
{
    private const string Stream = "escalation:0193451e-7c00-7a41-9d3e-52c1a4c0f7d2";
    private const string Id = "0193451e-7c00-7a41-9d3e-52c1a4c0f7d5";

    private static readonly MenuItem Record = new($"/audit/history/{Stream}", "Urgent contact 4T9Q");

    private static readonly AuditSteps Steps = AuditSteps.Of(
        [Night.At("02:14:07"), Night.At("02:14:07"), Night.At("02:19:07"), Night.At("02:26:31"), Night.At("02:31:05")]);

    private static readonly AuditDeadlineLine[] Deadlines =
    [
        new("Acknowledge by", Night.At("02:19:07"), AuditDeadline.Missed, new TimeSpan(0, 7, 24), 1, 4, 0)
        {
            Stream = Stream,
            Name = "urgent contact 4T9Q",
        },
        new("Respond by", Night.At("02:44:07"), AuditDeadline.Running, null, 1, 0, 0)
        {
            Stream = Stream,
            Name = "urgent contact 4T9Q",
        },
    ];

    private static readonly Choice[] Panels = [new("alder-college", "Alder College")];

    private static readonly AuditGround Shift = new("rota:alder-college", 212);
    private static readonly AuditGround Attended = new("supporter:we0102", 14);
    private static readonly AuditGround Adopted = new("programme:listening", 71);

    private static AuditEntry Ground(string title, string by, params AuditFact[] facts) => new(
        0, IconName.Arrow, Tone.Plain, title, Night.At("2026-11-06T18:00"), Night.At("2026-11-06T18:00"), by, facts);

    private static readonly AuditHistoryView Then = new(
        Stream, "urgent contact 4T9Q", AuditSteps.EndOf(Night.At("02:27")), Total: 5, Steps,
        [
            new(1, IconName.Octagon, Tone.Alarm, "Escalation raised", Night.At("02:14:07"), Night.At("01:50"),
                "Supporter we0102.", [new("Band", "Immediate")]),
            new(2, IconName.Bell, Tone.Plain, "Page sent", Night.At("02:14:07"), Night.At("02:14:07"),
                "The product.", [new("To", "Senior Member we0015")]),
            new(3, IconName.Bang, Tone.Alarm, "Deadline missed", Night.At("02:19:07"), Night.At("02:19:07"),
                "The product.", [new("Which", "AcknowledgeBy")]),
            new(4, IconName.Tick, Tone.Done, "Acknowledged", Night.At("02:26:31"), Night.At("02:26:31"),
                "Senior Member we0015.", []),
        ])
    {
        State = "Acknowledged",
        Band = Band.Immediate,
        Owner = "Senior Member we0015",
        NextWakeUp = Night.At("02:44:07"),
        Because = new(4, 1, 4, 4),
        PolicyVersion = 3,
        OnDuty = "Senior Member we0015, and as Deputy Senior Member we0014",
        Supporter = "Supporter we0102",
        DutyBecause = [Shift],
        PolicyBecause = Adopted,
        Standing = Standing.DueSoon,
        StandingSince = new DateOnly(2026, 11, 18),
        StandingBecause =
        [
            new("Was at the session of G10 on Friday 6 November", [Attended]),
            new("The days were counted by group, terms and policy", [Adopted]),
        ],
        Grounds =
        [
            (Shift, Ground("Shift planned", "Coordinator we0007.", new AuditFact("Duty", "First"))),
            (Attended, Ground("Supervision attended", "Supervisor we0031.", new AuditFact("Day", "2026-11-06"))),
            (Adopted, Ground("Policy adopted", "Coordinator we0007.")),
        ],
        Deadlines = Deadlines,
        ReadBy = [new("Senior Member we0015", "To respond", Night.At("02:26:33"), 4)],
    };

    private static readonly AuditFindingsView Findings = new(
        Stream, [new(Id, Record, "A concern", "The reason was given a week later.", 4, Night.At("02:30"))]);

    private static readonly AuditSamplesView Drawn = new(
        Panels,
        [
            new(Id, "Alder College", 2026, 23, Night.At("2026-11-01T00:00"), Night.At("2026-11-20T00:00"),
                Night.At("02:30"), [Record]),
        ]);

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<AuditFindPage, AuditFindView>("audit-find", new(), Night.Auditor),
        Sample.Of<AuditFindPage, AuditFindView>("audit-find-nothing", new("WX-ZZZZ"), Night.Auditor),
        Sample.Of<AuditHistoryPage, AuditHistoryView>("audit-history", Then, Night.Auditor),
        Sample.Of<AuditHistoryPage, AuditHistoryView>(
            "audit-history-before",
            new(Stream, "urgent contact 4T9Q", Night.At("02:00"), Total: 5, Steps, [])
            {
                Fault = "Give a moment like 2026-11-20T02:14:00Z.",
            },
            Night.Auditor),
        Sample.Of<AuditDeadlinesPage, AuditDeadlinesView>(
            "audit-deadlines",
            new(Night.At("2026-11-13T00:00"), Night.At("02:31"), "alder-college", Panels, Deadlines, 0, 1, "100"),
            Night.Auditor),
        Sample.Of<AuditDeadlinesPage, AuditDeadlinesView>(
            "audit-deadlines-refused",
            new(Night.At("02:31"), Night.At("2026-11-13T00:00"), null, Panels, [], 0, 0, null)
            {
                Faults = [new("to", "The period ends before it begins. Give a later end.")],
            },
            Night.Auditor),
        Sample.Of<AuditSamplesPage, AuditSamplesView>("audit-samples", Drawn, Night.Auditor),
        Sample.Of<AuditSamplesPage, AuditSamplesView>("audit-samples-none", new(Panels, []), Night.Auditor),
        Sample.Of<AuditFindingsPage, AuditFindingsView>("audit-findings", Findings, Night.Auditor),
        Sample.Of<AuditFindingsPage, AuditFindingsView>(
            "audit-findings-refused",
            new(null, [])
            {
                Refused = new(
                    "finding", [new("item", "There is no record under this code. Check the code.")],
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["words"] = "Late." }),
            },
            Night.Auditor),
    ];
}
