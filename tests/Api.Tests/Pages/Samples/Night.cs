using System.Globalization;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>The night that the samples play in: Friday 20 November 2026 in Wexcombe. Everybody is made up.</summary>
public static class Night
{
    public static Frame Supporter { get; } = As("we0102", "Jamal Smith-Jones", "Alder College", Role.Supporter);

    public static Frame Deputy { get; } =
        As("we0014", "Nguyễn Zielinski", "Deputy for Alder College", Role.SeniorMember);

    public static Frame Supervisor { get; } = As("we0004", "Dev Yilmaz", "groups G10 and G12", Role.Supervisor);

    public static Frame Coordinator { get; } = As("we0007", "Fergus Farouk", "programme office", Role.Coordinator);

    public static Frame Auditor { get; } = As("we0010", "Hugo Quispe", "reads only", Role.Auditor);

    public static Frame Nobody { get; } = Supporter with { Who = null };

    /// <summary>
    /// A moment of that night, UTC, which is local time in November: <c>02:14:07</c> or with its day.
    /// </summary>
    public static DateTimeOffset At(string clock) => DateTimeOffset.Parse(
        clock.Contains('-', StringComparison.Ordinal) ? clock : $"2026-11-20T{clock}",
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal);

    public static Frame When(this Frame frame, string clock) =>
        frame with { Clock = PageClock.In("Europe/London", At(clock)) };

    private static Frame As(string person, string name, string caption, params Role[] roles) =>
        new(
            "Wexcombe",
            PageClock.In("Europe/London", At("02:31:40")),
            "https://www.bbc.co.uk/weather",
            [
                new("999", "Emergency services"),
                new("01632 960010", "Campus Security", "always open", OfInstitution: true),
                new("116 123", "Samaritans", "always open"),
            ],
            new SignedIn(person, name, caption, roles))
        {
            NewId = static () => new Guid("0193451e-7c00-7a41-9d3e-52c1a4c0f7d2"),
        };
}
