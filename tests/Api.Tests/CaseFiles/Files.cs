using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>Case files as tests open them.</summary>
internal static class Files
{
    /// <summary>A supporter in good standing who opens none in these tests.</summary>
    public const string Free = "we0104";

    public static async Task<(Guid Id, string Code)> OpenAsync(HttpClient supporter)
    {
        var id = Guid.CreateVersion7();
        var opened = await supporter.PutAsync($"/api/case-files/{id}", new { });
        opened.Status.ShouldBe(201, opened.Text);
        return (id, opened["code"].GetString()!);
    }

    /// <summary>Something that somebody does to a file, where a test is about something else.</summary>
    public static async Task DoneAsync(HttpClient client, Guid file, string noun, object body, string? ifMatch = null)
    {
        var done = await client.PostAsync($"/api/case-files/{file}/{noun}", body, ifMatch);
        done.Status.ShouldBe(204, $"{noun}: {done.Text}");
    }

    /// <summary>The closing record, every field of it said.</summary>
    public static object Resolution(string words = "Words.") => new
    {
        reason = "supportComplete",
        summary = words,
        followUp = words,
        decisions = new[] { new { decision = words, reason = words } },
        outcome = words,
        told = new[] { words },
    };

    /// <summary>Its owner says that it is finished.</summary>
    public static async Task ResolveAsync(HttpClient owner, Guid file, string words = "Words.") => await DoneAsync(
        owner, file, "resolution", Resolution(words), (await owner.GetJsonAsync($"/api/case-files/{file}")).ETag);

    /// <summary>A conversation of half an hour, just now.</summary>
    public static object Contact(Guid id, string? band = null, string? occurredAt = null) => new
    {
        contact = id,
        mode = "inPerson",
        minutes = 30,
        topics = new[] { "Anxiety" },
        band,
        note = "We talked about the first weeks.",
        occurredAt,
    };
}
