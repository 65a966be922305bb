using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Tests.Server;
using Safeguard.EventStore;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>A contact in a crisis band raises its urgent contact by itself; each knows the other (R3, R5).</summary>
public sealed class CrisisContactTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Supporter = "we0102";

    [Fact, Trait("Rule", "R5"), Trait("Rule", "R3")]
    public async Task A_crisis_contact_raises_in_the_same_append_and_keeps_the_file_from_closing_until_it_is_finished()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Supporter);
        var (file, code) = await Files.OpenAsync(supporter);
        var contact = Guid.CreateVersion7();
        var logged = await supporter.PostAsync(
            $"/api/case-files/{file}/contacts", Files.Contact(contact, "Immediate"));
        logged.Status.ShouldBe(204, logged.Text);

        var receipt = await supporter.GetJsonAsync($"/api/escalations/{contact}/receipt");
        receipt.Status.ShouldBe(200, receipt.Text);
        receipt["band"].GetString().ShouldBe("Immediate");
        var ofFile = (await EventsAsync(file)).TakeLast(2).ToList();
        ofFile.ConvertAll(row => row.Type).ShouldBe(["contact_logged", "escalation_linked"]);
        var raise = (await EventsAsync(contact))[0];
        (raise.Type, raise.RecordedAt).ShouldBe(("escalation_raised", ofFile[0].RecordedAt));
        raise.Position.ShouldBe(ofFile[1].Position + 1);

        using var duty = await DutyAsync();
        var raised = await duty.GetJsonAsync($"/api/escalations/{contact}");
        raised["caseFile"].GetString().ShouldBe(code);
        (await duty.PostAsync($"/api/escalations/{contact}/acknowledgement", new { })).Status.ShouldBe(204);

        // Whoever has the urgent contact reads the file while they have it.
        var read = await duty.GetJsonAsync($"/api/case-files/{file}");
        read.Status.ShouldBe(200, read.Text);
        read["escalations"][0].GetProperty("isOpen").GetBoolean().ShouldBeTrue();
    }

    [Fact, Trait("Rule", "R3")]
    public async Task A_raise_with_the_files_code_is_linked_to_it_though_the_raise_waits_for_nothing()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Supporter);
        var (file, code) = await Files.OpenAsync(supporter);
        var raise = Guid.CreateVersion7();
        (await supporter.PutAsync($"/api/escalations/{raise}", new { what = "Worse tonight.", caseFile = code }))
            .Status.ShouldBe(201);
        await wexcombe.Server.AdvanceAsync("PT1S");
        var read = await supporter.GetJsonAsync($"/api/case-files/{file}");
        read["escalations"][0].GetProperty("id").GetGuid().ShouldBe(raise);
    }

    [Fact, Trait("Rule", "R1")]
    public async Task An_id_of_another_kind_is_refused_to_a_file_and_never_costs_a_raise()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Supporter);
        var (file, _) = await Files.OpenAsync(supporter);
        var raised = await supporter.PutAsync($"/api/escalations/{file}", new { what = "The same id by mistake." });
        raised.Status.ShouldBe(201, raised.Text);
        raised["id"].GetGuid().ShouldNotBe(file);

        var taken = await supporter.PutAsync($"/api/case-files/{raised["id"].GetGuid()}", new { });
        (taken.Status, taken.Code).ShouldBe((409, "id.inUse"));
        (await supporter.PostAsync($"/api/case-files/{raised["id"].GetGuid()}/contacts", new { })).Status.ShouldBe(404);
    }

    [Fact, Trait("Rule", "R9")]
    public async Task A_lapsed_supporter_opens_no_file_plans_nothing_and_still_writes_down_what_happened()
    {
        using var lapsed = await wexcombe.Server.ClientAsync("we0121");
        var refused = await lapsed.PutAsync($"/api/case-files/{Guid.CreateVersion7()}", new { });
        (refused.Status, refused.Code).ShouldBe((409, "supervision.lapsed"));
        refused["since"].GetString().ShouldBe("2026-11-13T00:00:00Z");

        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        var given = await coordinator.PutAsync(
            $"/api/case-files/{Guid.CreateVersion7()}", new { supporter = "we0121" });
        (given.Status, given.Code).ShouldBe((409, "supervision.lapsed"));
    }

    private Task<IReadOnlyList<StoredEvent>> EventsAsync(Guid stream) =>
        wexcombe.Server.Parts.GetRequiredService<IEventLog>().ReadStreamAsync(stream, 0, CancellationToken.None);

    private async Task<HttpClient> DutyAsync()
    {
        var directory = wexcombe.Server.Directory.Present;
        var panel = directory.Person(new(Supporter))!.OwnPanel!.Value;
        return await wexcombe.Server.ClientAsync(directory.DutyAt(panel, wexcombe.Server.Now).First!.Value.Value);
    }
}
