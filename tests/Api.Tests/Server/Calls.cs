namespace Safeguard.Api.Tests.Server;

/// <summary>What people do to an urgent contact, by the API, where a test is about something else.</summary>
internal static class Calls
{
    public static async Task<Guid> RaisesAsync(this HttpClient supporter, string what = "Someone needs a person.")
    {
        var id = Guid.NewGuid();
        var raised = await supporter.PutAsync($"/api/escalations/{id}", new { what, emergencyNow = true });
        raised.Status.ShouldBe(201, raised.Text);
        return id;
    }

    public static async Task DoesAsync(
        this HttpClient client, Guid id, string noun, object body, string? ifMatch = null)
    {
        var done = await client.PostAsync($"/api/escalations/{id}/{noun}", body, ifMatch);
        done.Status.ShouldBe(204, $"{noun}: {done.Text}");
    }

    /// <summary>From "I have it" to the closed record.</summary>
    public static async Task ClosesAsync(this HttpClient senior, Guid id, string words = "Words.")
    {
        await senior.DoesAsync(id, "acknowledgement", new { });
        await senior.DoesAsync(id, "contact", new { mode = "phone", note = words });
        await senior.DoesAsync(id, "safe-for-now", new { summary = words });
        var record = new
        {
            summary = words,
            followUp = words,
            decisions = new[] { new { decision = words, reason = words } },
            outcome = words,
            told = new[] { words },
        };
        ApiCall closed;
        do
        {
            // A page that could not be mailed is written down whenever that is found out: read it again.
            var version = (await senior.GetJsonAsync($"/api/escalations/{id}")).ETag;
            closed = await senior.PostAsync($"/api/escalations/{id}/closure", record, version);
        }
        while (closed.Status == 412);

        closed.Status.ShouldBe(204, closed.Text);
    }
}
