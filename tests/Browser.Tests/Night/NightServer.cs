using Safeguard.Api.Tests.Server;

namespace Safeguard.Browser.Tests.Night;

/// <summary>One real server for all nights; each brings a panel of its own, so that no queue shows another's.</summary>
[CollectionDefinition(Name)]
public sealed class Nights : ICollectionFixture<WexcombeServer>
{
    public const string Name = "nights";
}

internal static class NightServer
{
    /// <summary>The urgent contacts that this person has raised, newest first.</summary>
    public static async Task<IReadOnlyList<string>> RaisedByAsync(this SafeguardTestServer server, string person)
    {
        using var client = await server.ClientAsync(person);
        var list = await client.GetJsonAsync("/api/escalations?mine=true");
        return [.. list["items"].EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }

    /// <summary>The names of what has happened to it, in order, as that person reads them.</summary>
    public static async Task<IReadOnlyList<string>> StoryAsync(
        this SafeguardTestServer server, string person, string escalation)
    {
        using var client = await server.ClientAsync(person);
        return (await client.GetJsonAsync($"/api/escalations/{escalation}")).Events();
    }

    /// <summary>Raised by that person just now.</summary>
    public static async Task<string> RaiseAsync(this SafeguardTestServer server, string person, string what)
    {
        using var client = await server.ClientAsync(person);
        var id = Guid.CreateVersion7().ToString();
        var answers = new { inDangerNow = "yes" };
        (await client.PutAsync($"/api/escalations/{id}", new { what, answers })).Status.ShouldBe(201);
        return id;
    }
}
