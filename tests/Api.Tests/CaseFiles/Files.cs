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
