using System.Text;
using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Http;

/// <summary>
/// What is said of a request comes in one order: 401; 404 or 403; 428 or 412; 422 with every fault; 409 with every
/// missing thing.
/// </summary>
public sealed class CheckOrderTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string FaultyClosure = """{"summary":5,"decisions":"none","told":{"a":1},"outcome":"Safe."}""";
    private const string FaultyRota = """{"shifts":[{"duty":"Third","person":"","starts":"noon","ends":7}]}""";

    [Fact, Trait("Rule", "R13")]
    public async Task Of_an_urgent_contact()
    {
        using var nobody = wexcombe.Server.Client();
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var elsewhere = await wexcombe.Server.ClientAsync(Wexcombe.ElsewhereSenior);
        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        var closure = $"/api/escalations/{await supporter.RaisesAsync()}/closure";
        var missing = $"/api/escalations/{Guid.NewGuid()}/closure";

        (await SendAsync(nobody, closure, FaultyClosure)).Status.ShouldBe(401);
        (await SendAsync(supporter, closure, FaultyClosure)).Status.ShouldBe(403);
        (await SendAsync(elsewhere, closure, FaultyClosure)).Status.ShouldBe(404);
        (await SendAsync(elsewhere, missing, FaultyClosure, "\"1\"")).Status.ShouldBe(404);
        (await SendAsync(senior, closure, FaultyClosure)).Status.ShouldBe(428);
        (await SendAsync(senior, closure, FaultyClosure, "\"1\"")).Status.ShouldBe(412);
        var version = (await senior.GetJsonAsync(closure[..closure.LastIndexOf('/')])).ETag;
        var faulty = await SendAsync(senior, closure, FaultyClosure, version);
        faulty.Status.ShouldBe(422);
        Faults(faulty).ShouldBe(["decisions", "summary", "told"]);

        var unready = await SendAsync(senior, closure, "{}", version);
        (unready.Status, unready.Code).ShouldBe((409, "escalation.notReadyToClose"));
        unready["missing"].EnumerateArray().Select(field => field.GetString())
            .ShouldBe(["state", "summary", "followUp", "decisions", "outcome", "told"]);
    }

    [Fact, Trait("Rule", "R20")]
    public async Task Of_a_case_file()
    {
        using var nobody = wexcombe.Server.Client();
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var elsewhere = await wexcombe.Server.ClientAsync(Wexcombe.ElsewhereSenior);
        using var supervisor = await wexcombe.Server.ClientAsync(Wexcombe.Supervisor);
        var (file, _) = await Files.OpenAsync(owner);
        var resolution = $"/api/case-files/{file}/resolution";

        (await SendAsync(nobody, resolution, FaultyClosure)).Status.ShouldBe(401);
        (await SendAsync(supervisor, resolution, FaultyClosure)).Status.ShouldBe(403);
        (await SendAsync(elsewhere, resolution, FaultyClosure)).Status.ShouldBe(404);
        (await SendAsync(owner, resolution, FaultyClosure)).Status.ShouldBe(428);
        (await SendAsync(owner, resolution, FaultyClosure, "\"99\"")).Status.ShouldBe(412);
        var faulty = await SendAsync(owner, resolution, FaultyClosure, "\"1\"");
        faulty.Status.ShouldBe(422);
        Faults(faulty).ShouldBe(["decisions", "summary", "told"]);
        var incomplete = await SendAsync(owner, resolution, "{}", "\"1\"");
        (incomplete.Status, incomplete.Code).ShouldBe((409, "caseFile.resolutionIncomplete"));
        incomplete["missing"].EnumerateArray().Select(field => field.GetString())
            .ShouldBe(["reason", "summary", "followUp", "decisions", "outcome", "told"]);
    }

    [Fact, Trait("Rule", "R12")]
    public async Task Of_a_rota()
    {
        using var nobody = wexcombe.Server.Client();
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        const string Rota = "/api/panels/alder-college/rota";
        var version = (await coordinator.GetJsonAsync(Rota)).ETag;

        (await SendAsync(nobody, Rota, FaultyRota, method: "PUT")).Status.ShouldBe(401);
        (await SendAsync(supporter, Rota, FaultyRota, method: "PUT")).Status.ShouldBe(403);
        (await SendAsync(coordinator, "/api/panels/nowhere/rota", FaultyRota, "\"1\"", "PUT")).Status.ShouldBe(404);
        (await SendAsync(coordinator, Rota, FaultyRota, method: "PUT")).Status.ShouldBe(428);
        (await SendAsync(coordinator, Rota, FaultyRota, "\"1\"", "PUT")).Status.ShouldBe(412);
        var faulty = await SendAsync(coordinator, Rota, FaultyRota, version, "PUT");
        faulty.Status.ShouldBe(422);
        Faults(faulty).ShouldBe(
            ["shifts[0].duty", "shifts[0].ends", "shifts[0].person", "shifts[0].starts"]);
    }

    [Fact, Trait("Rule", "R7")]
    public async Task What_cannot_be_read_and_what_the_rule_misses_are_told_together()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        var id = await supporter.RaisesAsync();
        var faulty = await SendAsync(
            senior, $"/api/escalations/{id}/disclosures", """{"shared":"perhaps","withConsent":"soon","what":" "}""");
        faulty.Status.ShouldBe(422);
        Faults(faulty).ShouldBe(["shared", "toWhom", "what", "why", "withConsent"]);
    }

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("""{"mode": }""", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("""{"mode":"\ud800"}""", 400)]
    [InlineData("""{"mode":"carrier pigeon","occurredAt":"soon"}""", 422)]
    public async Task What_is_no_json_object_is_unreadable_and_what_is_one_is_told_its_faults(string body, int status)
    {
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        var id = await supporter.RaisesAsync();
        var answer = await SendAsync(senior, $"/api/escalations/{id}/contact", body);
        answer.Status.ShouldBe(status, answer.Text);
    }

    [Fact]
    public async Task More_than_64_KB_is_too_long_for_every_change()
    {
        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        var answer = await SendAsync(
            senior, $"/api/escalations/{Guid.NewGuid()}/contact", $$"""{"note":"{{new string('x', 66_000)}}"}""");
        (answer.Status, answer.Code).ShouldBe((413, "request.tooLarge"));
    }

    private static IEnumerable<string?> Faults(ApiCall answer) =>
        answer["faults"].EnumerateArray().Select(fault => fault.GetProperty("field").GetString())
            .Order(StringComparer.Ordinal);

    private static async Task<ApiCall> SendAsync(
        HttpClient client, string path, string body, string? ifMatch = null, string method = "POST")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.SendAsync(new HttpMethod(method), path, content, ifMatch);
    }
}
