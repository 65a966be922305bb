using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Safeguard.EventStore;
using Safeguard.TestSupport;

namespace Safeguard.Simulation.Tests;

/// <summary>What happens in the worst ten minutes, and what people do about it: all of it from one seed.</summary>
/// <param name="doomed">Is killed on the way.</param>
internal sealed class Night(
    Random random, TestInstitution institution, SafeguardNode doomed, SafeguardNode survivor)
{
    public const int Crises = 40;
    private const int Minutes = 10;

    /// <summary>How often somebody reads it again before they would call it broken.</summary>
    private const int MostLooks = 10;

    /// <summary>Nobody is on first duty there on the Friday that the simulation is set on.</summary>
    private const string PanelWithAGap = "saltmarsh-college";
    private const string Coordinator = "we0007";

    public List<Guid> Raised { get; } = [];

    public int RaisedInTheGap { get; private set; }

    /// <summary>Whose wake-ups the dead node had taken: they come back when its lease ends.</summary>
    public IReadOnlySet<Guid> HeldByTheDead { get; private set; } = new HashSet<Guid>();

    public List<(Guid Id, string Person)> Taken { get; } = [];

    public List<Guid> Closed { get; } = [];

    /// <param name="lastWordIsStored">What the dead node had sent is stored after its death; else it is not.</param>
    public async Task TenMinutesAsync(bool lastWordIsStored)
    {
        // From the fifth minute on, in each minute the deadline of those raised five minutes before falls due; in the
        // tenth it is the Deputy's turn in those raised in the first, and a dead node's lease is in its way.
        var killAt = lastWordIsStored ? random.Next(5, Minutes) : Minutes - 1;
        for (var minute = 0; minute < Minutes; minute++)
        {
            for (var n = 0; n < Crises / Minutes; n++)
                await RaiseAsync(minute <= killAt && random.Next(2) == 0 ? doomed : survivor, inTheGap: n == 0);
            if (minute < killAt) await doomed.AdvanceAsync(TimeSpan.FromMinutes(1));
            if (minute == killAt) await KillInTheMiddleOfAMoveAsync(lastWordIsStored);
            await survivor.AdvanceAsync(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>
    /// A third of them, but of those that the dead node held none, are taken by somebody who was paged.
    /// </summary>
    public async Task AcknowledgeSomeAsync()
    {
        using var coordinator = await survivor.ClientAsync(Coordinator);
        foreach (var id in Raised.Where(id => random.Next(3) == 0 && !HeldByTheDead.Contains(id)))
        {
            var escalation = await coordinator.GetFromJsonAsync<JsonElement>($"/api/escalations/{id}");
            var paged = escalation.GetProperty("ladder").EnumerateArray()
                .First(rung => rung.GetProperty("people").GetArrayLength() > 0).GetProperty("people");
            var person = paged[random.Next(paged.GetArrayLength())].GetString()!;
            using var client = await survivor.ClientAsync(person);
            await SucceedsAsync(client.PostAsJsonAsync($"/api/escalations/{id}/acknowledgement", new { }));
            Taken.Add((id, person));
        }
    }

    /// <summary>Half of those are brought to their end.</summary>
    public async Task CloseSomeAsync()
    {
        foreach (var (id, person) in Taken.Where((_, place) => place % 2 == 0))
        {
            using var client = await survivor.ClientAsync(person);
            var at = $"/api/escalations/{id}";
            await SucceedsAsync(client.PostAsJsonAsync($"{at}/contact", new { mode = "inPerson" }));
            await SucceedsAsync(client.PostAsJsonAsync($"{at}/safe-for-now", new { summary = "With a friend." }));
            await CloseAsync(client, at);
            Closed.Add(id);
        }
    }

    /// <summary>Urgent contacts of which a page by e-mail is neither waiting nor given up.</summary>
    public static async Task<IReadOnlyList<Guid>> NoLongerInTheMailAsync(InstitutionDatabase database)
    {
        await using var done = database.Pool.CreateCommand(
            """
            select distinct (body->>'escalation')::uuid from outbox
            where state = 'done' and kind = 'page-by-mail'
            """);
        await using var reader = await done.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await reader.ReadAsync()) ids.Add(reader.GetGuid(0));
        return ids;
    }

    /// <summary>
    /// Reads it and closes what was read; where something happened in between (a mail that failed), once more.
    /// </summary>
    private static async Task CloseAsync(HttpClient client, string at)
    {
        var record = new
        {
            summary = "s",
            followUp = "f",
            decisions = new[] { new { decision = "d", reason = "r" } },
            outcome = "o",
            told = new[] { "nobody" },
        };
        for (var looks = 1; ; looks++)
        {
            using var read = await client.GetAsync(at);
            using var close = new HttpRequestMessage(HttpMethod.Post, $"{at}/closure")
            {
                Content = JsonContent.Create(record),
            };
            close.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag!.ToString());
            using var answer = await client.SendAsync(close);
            if (answer.StatusCode == HttpStatusCode.PreconditionFailed && looks < MostLooks) continue;
            answer.EnsureSuccessStatusCode();
            return;
        }
    }

    private async Task RaiseAsync(SafeguardNode node, bool inTheGap)
    {
        using var supporter = await node.ClientAsync($"we{random.Next(102, 500):0000}");
        var bytes = new byte[16];
        random.NextBytes(bytes);
        var id = new Guid(bytes);
        // Where no panel is named it is the raiser's own.
        using var answer = await supporter.PutAsJsonAsync(
            $"/api/escalations/{id}", new { emergencyNow = true, panel = inTheGap ? PanelWithAGap : null });
        answer.EnsureSuccessStatusCode();
        Raised.Add(id);
        if (inTheGap) RaisedInTheGap++;
    }

    /// <summary>
    /// Nothing is left to luck: while the test holds the log, the node has taken what fell due and waits in the middle
    /// of the first append that its move of the clock needs. Then it is killed. What it had sent is on the server,
    /// which either still stores it when the log is let go, or is itself told to drop it.
    /// </summary>
    private async Task KillInTheMiddleOfAMoveAsync(bool lastWordIsStored)
    {
        var log = await HeldLog.TakeAsync(institution);
        var moving = doomed.AdvanceAsync(TimeSpan.FromMinutes(1));
        await log.SomebodyWaitsAsync();
        doomed.Kill();
        if (!lastWordIsStored) await log.EndWhoWaitsAsync();
        var taken = await institution.AsOwnerAsync(
            "select array_agg(stream) from wake_ups where kind = 'escalation' and attempts > 0");
        HeldByTheDead = ((Guid[])taken!).ToHashSet();
        await log.DisposeAsync();
        await Should.ThrowAsync<HttpRequestException>(() => moving);
    }

    private static async Task SucceedsAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        answer.EnsureSuccessStatusCode();
    }
}
