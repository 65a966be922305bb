using System.Text.Json;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Escalations;

/// <summary>The queue as it happens, on the screens of those who may see it.</summary>
public sealed class LiveQueueTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact, Trait("Rule", "R5"), Trait("Rule", "R13")]
    public async Task A_raise_is_on_the_panels_screens_at_once_in_the_words_of_the_api_and_on_no_others()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        using var elsewhere = await wexcombe.Server.ClientAsync(Wexcombe.ElsewhereSenior);
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var theirs = await OpenAsync(senior, patience.Token);
        using var others = await OpenAsync(elsewhere, patience.Token);
        await NextAsync(theirs, "ready", patience.Token);
        await NextAsync(others, "ready", patience.Token);

        var id = await supporter.RaisesAsync("Words that are on no screen of the queue.");
        using var ashby = await wexcombe.Server.ClientAsync("we0103");
        var other = await ashby.RaisesAsync();

        var news = await NextAsync(theirs, "escalation", patience.Token);
        news.ShouldNotContain("Words");
        var item = JsonSerializer.Deserialize<JsonElement>(news);
        item.GetProperty("id").GetGuid().ShouldBe(id);
        item.GetProperty("band").GetString().ShouldBe("Immediate");
        item.GetProperty("state").GetString().ShouldBe("Raised");
        item.GetProperty("panel").GetString().ShouldBe("alder-college");
        item.GetProperty("owner").GetString().ShouldBe(Wexcombe.AlderFirst);
        (await NextAsync(others, "escalation", patience.Token)).ShouldContain(other.ToString());
    }

    private static async Task<StreamReader> OpenAsync(HttpClient client, CancellationToken cancel) =>
        new(await client.GetStreamAsync(new Uri("/api/escalations/live", UriKind.Relative), cancel));

    /// <summary>The data of the next event of that name; heartbeats are passed over.</summary>
    private static async Task<string> NextAsync(StreamReader stream, string name, CancellationToken cancel)
    {
        var isIt = false;
        while (await stream.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) isIt = line[7..] == name;
            else if (isIt && line.StartsWith("data:", StringComparison.Ordinal)) return line[5..].Trim();
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
