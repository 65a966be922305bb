using System.Net;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Escalations;

/// <summary>The urgent path whole, as people walk it through the API of the real server.</summary>
public sealed class UrgentPathTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Supporter = "we0102";
    private const string Panel = "alder-college";

    [Fact, Trait("Rule", "R1"), Trait("Rule", "R5"), Trait("Rule", "R18"), Trait("Rule", "R20")]
    public async Task A_supporter_raises_the_ladder_climbs_the_deputy_takes_it_makes_contact_and_closes()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Supporter);
        var id = Guid.NewGuid();
        var raised = await supporter.PutAsync(
            $"/api/escalations/{id}", new { what = "Someone needs a person.", answers = new { inDangerNow = "yes" } });
        raised.Status.ShouldBe(201, raised.Text);
        raised["band"].GetString().ShouldBe("Immediate");
        raised["state"].GetString().ShouldBe("Raised");
        var at = raised["raisedAt"].GetDateTimeOffset();
        raised["acknowledgeBy"].GetDateTimeOffset().ShouldBe(at.AddMinutes(5));
        raised["respondBy"].GetDateTimeOffset().ShouldBe(at.AddMinutes(30));

        var duty = await supporter.GetJsonAsync($"/api/escalations/{id}");
        duty.Status.ShouldBe((int)HttpStatusCode.Forbidden);

        var now = wexcombe.Server.Directory.Present.DutyAt(new(Panel), at);
        var first = now.First!.Value.Value;
        var deputyId = now.Deputy!.Value.Value;
        raised["routedTo"].EnumerateArray().Select(person => person.GetString()).ShouldBe([first]);

        await wexcombe.Server.AdvanceAsync("PT21M");
        using var deputy = await wexcombe.Server.ClientAsync(deputyId);
        var seen = await deputy.GetJsonAsync($"/api/escalations/{id}");
        seen.Status.ShouldBe(200, seen.Text);
        seen["what"].GetString().ShouldBe("Someone needs a person.");
        var pages = seen.Pages();
        pages[0].At.ShouldBe(at);
        pages[1].At.ShouldBe(at.AddMinutes(10));
        pages[1].To.ShouldBe([deputyId]);
        pages[2].At.ShouldBe(at.AddMinutes(20));

        (await deputy.PostAsync($"/api/escalations/{id}/acknowledgement", new { })).Status.ShouldBe(204);
        (await deputy.PostAsync($"/api/escalations/{id}/acknowledgement", new { })).Status.ShouldBe(204);
        (await deputy.PostAsync($"/api/escalations/{id}/contact", new
        {
            mode = "phone",
            note = "Spoke."
        })).Status.ShouldBe(204);
        (await deputy.PostAsync($"/api/escalations/{id}/safe-for-now",
            new { summary = "With a friend." })).Status.ShouldBe(204);

        var closure = new
        {
            summary = "A student needed a person.",
            followUp = "Spoke by phone.",
            decisions = new[] { new { decision = "Stayed on the phone", reason = "Until a friend came" } },
            outcome = "Safe for now.",
            told = new[] { "Nobody" },
        };
        (await deputy.PostAsync($"/api/escalations/{id}/closure", closure)).Status.ShouldBe(428);
        var before = await deputy.GetJsonAsync($"/api/escalations/{id}");
        (await deputy.PostAsync($"/api/escalations/{id}/closure", closure, "\"1\"")).Status.ShouldBe(412);
        (await deputy.PostAsync($"/api/escalations/{id}/closure", closure, before.ETag)).Status.ShouldBe(204);
        var closed = await deputy.GetJsonAsync($"/api/escalations/{id}");
        closed["state"].GetString().ShouldBe("Closed");
        closed.Body.TryGetProperty("nextPageAt", out _).ShouldBeFalse();

        var receipt = await supporter.GetJsonAsync($"/api/escalations/{id}/receipt");
        receipt["stage"].GetString().ShouldBe("Finished");
    }

    [Fact, Trait("Rule", "R1")]
    public async Task The_same_raise_sent_twice_arrives_once_with_the_same_answer()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Supporter);
        var id = Guid.NewGuid();
        var first = await supporter.PutAsync($"/api/escalations/{id}", new { what = "Twice." });
        var second = await supporter.PutAsync($"/api/escalations/{id}", new { what = "Twice." });
        second.Status.ShouldBe(201);
        second.Text.ShouldBe(first.Text);
    }

    [Theory, Trait("Rule", "R1")]
    [InlineData("""{"what":"x","band":"purple","panel":"nowhere","caseFile":"??","occurredAt":"about ten"}""", 201)]
    [InlineData("""{"emergencyNow":true}""", 201)]
    [InlineData("""{"emergencyNow":"true","answers":{"alone":"perhaps"}}""", 201)]
    [InlineData("""{"what":5}""", 201)]
    [InlineData("""{"what":"Cut in the middle of \ud83d"}""", 201)]
    [InlineData("""{"what":"\udc4d and \\ud800 and \ud83d\udc4d","where":"\ud83d"}""", 201)]
    [InlineData("{}", 422)]
    [InlineData("""{"what":"  "}""", 422)]
    [InlineData("not json", 400)]
    [InlineData("[]", 400)]
    public async Task Only_silence_and_unreadable_json_are_refused(string body, int status)
    {
        using var supporter = await wexcombe.Server.ClientAsync(Supporter);
        using var content = new StringContent(body);
        var answer = await supporter.SendAsync(HttpMethod.Put, $"/api/escalations/{Guid.NewGuid()}", content, null);
        answer.Status.ShouldBe(status, answer.Text);
        if (status == 422) answer.Code.ShouldBe("escalation.empty");
    }

    [Fact, Trait("Rule", "R1")]
    public async Task More_than_64_KB_is_too_long()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Supporter);
        var answer = await supporter.PutAsync($"/api/escalations/{Guid.NewGuid()}", new
        {
            what = new string('x',
            66_000)
        });
        answer.Status.ShouldBe(413);
    }
}
