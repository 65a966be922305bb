using System.Text.Json;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Supervision;

/// <summary>Group g10 of wexcombe, its supervisor we0004 and its registers, in one line each.</summary>
internal static class Groups
{
    public const string G10 = "/api/supervision-groups/g10";

    /// <summary>In g10, current on 20 November 2026.</summary>
    public const string Member = Wexcombe.Supporter;

    /// <summary>In g10: absent on 13 November, so overdue on the 20th.</summary>
    public const string OverdueMember = "we0255";

    public static string Standing(string person) => $"/api/supporters/{person}/standing";

    public static async Task<string> StandingOfAsync(this SafeguardTestServer server, string person)
    {
        using var client = await server.ClientAsync(Wexcombe.Coordinator);
        return (await client.GetJsonAsync(Standing(person)))["standing"].GetString()!;
    }

    /// <summary>A new session of g10 on that day; gives back its address.</summary>
    public static async Task<string> ScheduleAsync(this HttpClient supervisor, string day)
    {
        var session = Guid.CreateVersion7();
        (await supervisor.PostAsync($"{G10}/sessions", new { session, day, startsAt = "18:00" })).Status.ShouldBe(204);
        return $"{G10}/sessions/{session}";
    }

    /// <summary>Everybody of g10 as that, less those who are named, each as theirs.</summary>
    public static async Task<object> RegisterAsync(
        this HttpClient supervisor, string everybody, params (string Person, string Attendance)[] but)
    {
        var members = (await supervisor.GetJsonAsync(G10))["members"].Deserialize<string[]>()!;
        return new
        {
            attendance = members.Select(member => new
            {
                person = member,
                attendance = Array.Find(but, line => line.Person == member).Attendance ?? everybody,
            }).Concat(but.Where(line => !members.Contains(line.Person))
                .Select(line => new { person = line.Person, attendance = line.Attendance })),
        };
    }
}
