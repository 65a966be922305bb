using Safeguard.Api.Supervision;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>A supporter's own standing, in its states.</summary>
public static class SupervisionSamples
{
    private static readonly Supporter Own = new()
    {
        Enrolled = true,
        ActiveSince = new(2026, 9, 1),
        Group = new("g10"),
    };

    public static IReadOnlyList<Sample> All { get; } =
    [
        Of("my-supervision", Standing.DueSoon),
        Of("my-supervision-lapsed", Standing.Lapsed),
        Sample.Of<OwnSupervisionPage, OwnSupervisionView>(
            "my-supervision-none", new("we0004", Standing: null), Night.Supervisor),
    ];

    private static Sample Of(string name, Standing standing)
    {
        var answer = new StandingAnswer(standing, new(2026, 11, 18))
        {
            FortnightFrom = new(2026, 11, 6),
            DueOn = new(2026, 11, 20),
            LapsesOn = new(2026, 11, 28),
        };
        var came = new AttendanceRecord(
            Guid.Empty, new("g10"), new(2026, 11, 6), Attendance.Attended, Guest: false, ConfirmedByOffice: false);
        return Sample.Of<OwnSupervisionPage, OwnSupervisionView>(
            name,
            new("we0102", new(answer, ["Was at the session of G10 on Friday 6 November."], [came])
            {
                Arc = FortnightArc.Of(
                    answer, new(2026, 11, 18), new([new("Michaelmas 2026", new(2026, 10, 11), new(2026, 12, 5))])),
            })
            {
                Supporter = Own,
            },
            Night.Supporter);
    }
}
