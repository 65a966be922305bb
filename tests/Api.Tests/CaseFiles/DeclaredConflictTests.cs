using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>A conflict towards the student of a file hides it from whoever declared it, on lists too (R15).</summary>
public sealed class DeclaredConflictTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Student = "we0612";
    private const string Tutor = "we0009";

    [Fact, Trait("Rule", "R15")]
    public async Task The_student_and_their_declared_tutor_find_no_such_file_anywhere()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var tutor = await wexcombe.Server.ClientAsync(Tutor);
        using var student = await wexcombe.Server.ClientAsync(Student);
        var (file, code) = await Files.OpenAsync(owner);
        await Files.DoneAsync(owner, file, "identity", new { name = "A name", person = Student });
        (await tutor.GetJsonAsync($"/api/case-files/{file}")).Status.ShouldBe(200);
        (await tutor.GetJsonAsync("/api/case-files")).Text.ShouldContain(code);

        (await tutor.PostAsync($"/api/people/{Tutor}/conflicts", new
        {
            conflict = Guid.CreateVersion7(),
            towards = Student,
            ground = "Tutor",
        })).Status.ShouldBe(204);
        foreach (var person in new[] { tutor, student })
        {
            (await person.GetJsonAsync($"/api/case-files/{file}")).Status.ShouldBe(404);
            (await person.GetJsonAsync("/api/case-files")).Text.ShouldNotContain(code);
        }

        (await owner.GetJsonAsync("/api/case-files?mine=true")).Text.ShouldContain(code);
    }
}
