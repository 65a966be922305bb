using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Safeguard.TestSupport;

namespace Safeguard.Simulation.Tests.Days;

/// <summary>
/// Day after day of a programme, all of it from one seed: people open case files and work on what is theirs, come to
/// supervision or not, go on leave, are suspended, leave for good; and time passes. Most of what they try is allowed,
/// some of it is not.
/// </summary>
internal sealed partial class RandomDays(Random random, TestInstitution institution, SafeguardNode node)
{
    private const string Supervisor = "we0004";
    private const string Group = "/api/supervision-groups/g10";

    /// <summary>How many work on case files at a time; whoever leaves is followed by somebody else.</summary>
    private const int Supporters = 12;

    private static readonly string[] Coordinators = ["we0007", "we0008"];

    /// <summary>Of the group that is supervised first, so that most of them may take on work.</summary>
    private readonly Queue<string> _still = new(
    [
        "we0102", "we0132", "we0135", "we0138", "we0159", "we0160", "we0182", "we0186", "we0209", "we0240", "we0255",
        "we0362", "we0374", "we0384", "we0398", "we0410", "we0444", "we0457", "we0468",
        .. Enumerable.Range(103, 28).Select(number => $"we{number:0000}"),
    ]);
    private readonly List<string> _cast = [];
    private readonly Dictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    public HashSet<string> Gone { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each answer came, by its status or the code of its refusal.</summary>
    public Dictionary<string, int> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>What somebody does today, in between some hours each.</summary>
    public async Task DayAsync()
    {
        while (_cast.Count < Supporters && _still.TryDequeue(out var next)) _cast.Add(next);
        var hours = 24;
        for (var part = 0; part < 3; part++)
        {
            for (var n = random.Next(2, 9); n > 0; n--) await SomebodyWorksAsync();
            if (random.Next(4) == 0) await TheOfficeActsAsync();
            if (random.Next(24) == 0) await SupervisionAsync();
            var pass = part == 2 ? hours : random.Next(1, 12);
            hours -= pass;
            await node.AdvanceAsync(TimeSpan.FromHours(pass));
        }
    }

    /// <summary>Somebody is away, comes back, is suspended or not any more, or leaves for good.</summary>
    private async Task TheOfficeActsAsync()
    {
        var person = OneOf(_cast);
        var coordinator = OneOf(Coordinators);
        var address = $"/api/supporters/{person}";
        switch (random.Next(16))
        {
            case 0:
                var left = await AsAsync(coordinator, HttpMethod.Post, $"/api/people/{person}/departure", new { });
                if (left != HttpStatusCode.NoContent) return;
                _cast.Remove(person);
                Gone.Add(person);
                break;
            case 1 or 2:
                await AsAsync(person, HttpMethod.Post, $"{address}/leave", new { });
                break;
            case 3 or 4:
                await AsAsync(coordinator, HttpMethod.Post, $"{address}/suspension", new { reason = "A concern." });
                break;
            case 5:
                await AsAsync(person, HttpMethod.Post, $"{address}/stand-down", new { });
                break;
            case 6 or 7:
                await AsAsync(person, HttpMethod.Post, $"{address}/availability", new { });
                break;
            default:
                await AsAsync(person, HttpMethod.Post, $"{address}/leave/end", new { });
                await AsAsync(person, HttpMethod.Post, $"{address}/stand-down/end", new { });
                await AsAsync(coordinator, HttpMethod.Post, $"{address}/suspension/end", new { });
                await AsAsync(coordinator, HttpMethod.Post, $"{address}/reinstatement", new { });
                break;
        }
    }

    /// <summary>A session of the group, today; most come, some are excused, some are not seen.</summary>
    private async Task SupervisionAsync()
    {
        var session = Id();
        var day = (await node.NowAsync()).ToString("yyyy-MM-dd");
        await AsAsync(Supervisor, HttpMethod.Post, $"{Group}/sessions", new { session, day, startsAt = "00:00" });
        var group = await (await ClientAsync(Supervisor)).GetFromJsonAsync<JsonElement>(Group);
        var attendance = group.GetProperty("members").EnumerateArray().Select(member => new
        {
            person = member.GetString(),
            attendance = OneOf("attended", "attended", "attended", "attended", "madeUp", "excused", "absent"),
            reason = "Said so.",
        }).ToList();
        await AsAsync(Supervisor, HttpMethod.Post, $"{Group}/sessions/{session}/register", new { attendance });
    }

    /// <summary>
    /// Nothing that anybody may try is a fault of the product: it is done, or refused with what to do next.
    /// </summary>
    private async Task<HttpStatusCode> AsAsync(
        string person, HttpMethod method, string path, object body, string? seen = null)
    {
        var client = await ClientAsync(person);
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", seen);
        using var answer = await client.SendAsync(request);
        var said = $"{(int)answer.StatusCode}";
        if (answer.StatusCode == HttpStatusCode.Conflict)
            said = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
        Answers[said] = Answers.GetValueOrDefault(said) + 1;
        ((int)answer.StatusCode).ShouldBeLessThan(500, $"{method} {path} by {person}");
        return answer.StatusCode;
    }

    /// <summary>Reads a record and sends a change with the version that was seen.</summary>
    private async Task AsReaderAsync(string person, string record, string noun, object body)
    {
        using var read = await (await ClientAsync(person)).GetAsync(record);
        if (read.Headers.ETag is { } seen)
            await AsAsync(person, HttpMethod.Post, $"{record}/{noun}", body, seen.ToString());
    }

    private async Task<HttpClient> ClientAsync(string person) =>
        _clients.TryGetValue(person, out var known) ? known : _clients[person] = await node.ClientAsync(person);

    private Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private T OneOf<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
