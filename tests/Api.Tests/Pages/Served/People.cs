using Safeguard.Api.Tests.Server;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Tests.Pages.Served;

/// <summary>The people of Wexcombe who meet in these tests, each in a browser of their own.</summary>
public sealed class People(SafeguardTestServer server)
{
    public const string Raiser = "we0102";
    public const string Supervisor = "we0004";
    public const string Coordinator = "we0007";
    public const string Auditor = "we0010";
    public const string Administrator = "we0013";

    private static readonly PanelId Alder = new("alder-college");

    private Institution Institution => server.Directory.Present;

    public string First => Institution.DutyAt(Alder, server.Now).First!.Value.Value;

    public string Deputy => Institution.DutyAt(Alder, server.Now).Deputy!.Value.Value;

    /// <summary>A Senior Member whom nothing ties to the raiser's panel.</summary>
    public string Elsewhere => Institution.Everybody.First(person =>
        person.Roles.Any(grant => grant.Role == Role.SeniorMember)
        && person.Roles.All(grant => grant.Panel != Alder)).Id.Value;

    public string OtherSupporter => Institution.Everybody.First(person =>
        person.Id.Value != Raiser && person.LeftAt is null
        && person.Roles.Any(grant => grant.Role == Role.Supporter)).Id.Value;

    /// <summary>Somebody who left within the last year.</summary>
    public string Leaver => Institution.Everybody.First(person =>
        person.LeftAt is not null && Institution.Caller(person.Id, server.Now) is not null).Id.Value;

    public async Task<Guid> RaiseAsync(string words, string answer = "yes")
    {
        using var raiser = await server.BrowserAsync(Raiser);
        var page = await raiser.OpenAsync("/raise");
        var sent = await raiser.SubmitAsync(page, "raise", ("what", words), ("inDangerNow", answer));
        sent.Status.ShouldBe(303, sent.Text);
        return Guid.Parse(sent.Location!.Split('/')[^1]);
    }

    /// <summary>Raised, and taken by whoever is first on duty.</summary>
    public async Task<Guid> TakenAsync(string words)
    {
        var id = await RaiseAsync(words);
        using var first = await server.BrowserAsync(First);
        await first.DoAsync(await first.OpenAsync($"/escalations/{id}"), "acknowledgement");
        return id;
    }
}

/// <summary>One server for all tests of served pages; they only add to it.</summary>
[CollectionDefinition(Name)]
public sealed class ServedPages : ICollectionFixture<WexcombeServer>
{
    public const string Name = "served pages";
}
