using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Safeguard.Api.Reading;
using Safeguard.Api.Tests.Server;
using Safeguard.EventStore;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>A student is found by name by those alone who may, and no name is in the database to be found.</summary>
public sealed class StudentSearchTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Name = "Ptolemy Quillfeather";
    private const string Other = "Hortensia Brackenridge";

    [Fact, Trait("Rule", "R15"), Trait("Rule", "R17")]
    public async Task A_name_finds_the_files_that_are_the_searchers_to_know_and_the_search_is_on_record()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(supporter);
        (await supporter.PostAsync($"/api/case-files/{file}/identity", new { name = Name, reach = "Room 4" }))
            .Status.ShouldBe(204);

        using var protection = await wexcombe.Server.ClientAsync(Wexcombe.DataProtection);
        var found = await protection.PostAsync(
            "/api/case-files/search", new { student = "quillfeather ptolemy", purpose = "A subject access request." });
        found.Status.ShouldBe(200, found.Text);
        found["items"].EnumerateArray().Select(item => item.GetProperty("code").GetString()).ShouldBe([code]);
        var last = (await EventsAsync(Wexcombe.DataProtection))[^1];
        last.Type.ShouldBe("students_searched");
        last.Json.ShouldContain(file.ToString());
        last.Json.ShouldNotContain("access request");

        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        var nothing = await senior.PostAsync(
            "/api/case-files/search", new { student = Name, purpose = "A relative rang." });
        nothing["items"].GetArrayLength().ShouldBe(0);

        (await supporter.PostAsync("/api/case-files/search", new { student = Name, purpose = "Mine." }))
            .Status.ShouldBe(403);
        var refused = await senior.PostAsync("/api/case-files/search", new { student = Name });
        (refused.Status, refused.Code).ShouldBe((422, "student.searchIncomplete"));
    }

    [Fact, Trait("Rule", "R25")]
    public async Task The_index_holds_no_word_of_a_name()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, _) = await Files.OpenAsync(supporter);
        (await supporter.PostAsync($"/api/case-files/{file}/identity", new { name = Other })).Status.ShouldBe(204);
        await using var read = wexcombe.Server.Parts.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select doc::text from student_index where key = $1");
        read.Parameters.AddWithValue(file.ToString());
        var row = (string)(await read.ExecuteScalarAsync())!;
        row.ShouldContain("tokens");
        foreach (var word in Other.Split(' ')) row.ShouldNotContain(word, Case.Insensitive);
    }

    private Task<IReadOnlyList<StoredEvent>> EventsAsync(string person) =>
        wexcombe.Server.Parts.GetRequiredService<IEventLog>().ReadStreamAsync(
            AccessKind.StreamOf(new(person)), 0, CancellationToken.None);
}
