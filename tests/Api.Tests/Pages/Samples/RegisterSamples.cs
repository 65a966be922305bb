using Safeguard.Api.Supervision;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>One session's register in its states: to be taken, taken, corrected, refused.</summary>
public static class RegisterSamples
{
    private static readonly SessionView Session = GroupSamples.Held;

    private static readonly RegisterView Open = new("G10", "/groups/g10", Session)
    {
        Lines =
        [
            new("we0102", "Jamal Smith-Jones", null),
            new("we0134", "Dev Fraser", null) { Remark = "Made up on Wed 18 Nov with G12", Marked = "attended" },
            new("we0138", "Imran Adeyemi", null) { Marked = "excused", Reason = "Illness" },
            new("we0223", "Jamal Byrne", null) { Remark = "Lapsed since Sat 14 Nov" },
        ],
        Guests = [new("we0501", "Sami Costa, G12"), new("we0502", "Ravi Zielinski, G13")],
        MayNote = true,
    };

    private static readonly RegisterView Taken = Open with
    {
        Session = Session with { Taken = true, Came = 2, Named = 4 },
        Version = 12,
        Lines =
        [
            new("we0134", "Dev Fraser", Attendance.Attended) { Marked = "attended" },
            new("we0138", "Imran Adeyemi", Attendance.Absent)
            {
                Earlier = [Attendance.Attended, Attendance.Excused],
                Marked = "absent",
            },
            new("we0223", "Jamal Byrne", Attendance.Excused) { Marked = "excused", Reason = "A tutorial" },
            new("we0292", "Grace Yilmaz", null),
            new("we0501", "Sami Costa", Attendance.Attended) { Guest = true, Marked = "attended" },
        ],
        Corrections =
        [
            new(
                Night.At("01:10:00"), "Dev Yilmaz", "Somebody else of the same first name was here.",
                [new("we0138", "Imran Adeyemi", Attendance.Attended, Attendance.Excused)]),
            new(
                Night.At("02:10:00"), "Dev Yilmaz", null,
                [new("we0138", "Imran Adeyemi", Attendance.Excused, Attendance.Absent)]),
        ],
        Notes =
        [
            new(Night.At("01:00:00"), "Dev Yilmaz", "How to end a conversation; WX-7K3M as the example."),
            new(Night.At("01:05:00"), "Dev Yilmaz", null),
        ],
        Done = "corrected",
        Changed = [new("Imran Adeyemi", Standing.Current, Standing.Overdue)],
    };

    public static IReadOnlyList<Sample> All { get; } =
    [
        Of("register", Open),
        Of("register-refused", Open with
        {
            Refused = GroupSamples.Refusal(
                "register", "attendance[0].attendance", "Say whether Jamal Smith-Jones was here"),
        }),
        Of("register-to-come", Open with { Session = Session with { IsHeld = false } }),
        Of("register-cancelled", Open with { Session = Session with { Cancelled = true } }),
        Of("register-taken", Taken with { Done = "taken", Corrections = [], Notes = [], MayNote = false }),
        Of("register-corrected", Taken),
        Of("register-correction-refused", Taken with
        {
            Done = null,
            Refused = GroupSamples.Refusal("correction", "reason", "A correction is made with a reason."),
        }),
        Of("register-note-warned", Taken with
        {
            Done = null,
            Refused = GroupSamples.Refusal(
                "note", "note", "The note seems to hold somebody’s name.", "supervision.noteNamesSomebody"),
        }),
        Of("register-noted", Taken with { Done = "noted" }),
    ];

    private static Sample Of(string name, RegisterView view) =>
        Sample.Of<RegisterPage, RegisterView>(name, view, Night.Supervisor);
}
