using System.Text;
using Safeguard.Api.Import;

namespace Safeguard.Api.Tests.Import;

public sealed class ImportDirectoryTests
{
    [Fact]
    public async Task A_directory_that_is_not_there_is_said_to_be_missing()
    {
        var source = await ImportDirectory.ReadAsync("/nowhere/at/all", TestContext.Current.CancellationToken);
        source.Bad.ShouldHaveSingleItem().Why.ShouldBe("There is no such directory.");
    }

    [Fact]
    public async Task A_directory_without_any_of_the_files_is_not_an_import()
    {
        var directory = Directory.CreateTempSubdirectory("safeguard-import-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(directory.FullName, "notes.csv"), "a,b", TestContext.Current.CancellationToken);
            var source = await ImportDirectory.ReadAsync(directory.FullName, TestContext.Current.CancellationToken);
            source.Bad.ShouldHaveSingleItem().Why.ShouldContain("panels.csv");
            source.Remarks.ShouldHaveSingleItem().File.ShouldBe("notes.csv");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_larger_than_any_office_has_is_not_read()
    {
        var source = await Upload("people.csv", new byte[ImportLimits.MaxFileBytes + 1]);
        source.Files.ShouldBeEmpty();
        source.Bad.ShouldHaveSingleItem().Why.ShouldContain("16 MB");
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_named_and_what_to_do_about_it()
    {
        var source = await Upload("people.csv", Encoding.Latin1.GetBytes("person_id,name\n1,Zoë\n"));
        source.Bad.ShouldHaveSingleItem().Why.ShouldContain("CSV UTF-8");
    }

    [Fact]
    public async Task An_upload_is_known_by_its_last_name_and_a_second_one_of_that_name_is_bad()
    {
        var text = Encoding.UTF8.GetBytes("\uFEFFpanel,kind\n");
        var source = await ImportDirectory.ReadAsync(
            [("C:\\office\\Panels.CSV", () => new MemoryStream(text)), ("panels.csv", () => new MemoryStream(text))],
            TestContext.Current.CancellationToken);
        source.Files.ShouldHaveSingleItem().ShouldBe(new ImportFile("panels.csv", "panel,kind\n"));
        source.Bad.ShouldHaveSingleItem().Why.ShouldContain("two files");
    }

    private static Task<ImportSource> Upload(string name, byte[] bytes) => ImportDirectory.ReadAsync(
        [(name, () => new MemoryStream(bytes))], TestContext.Current.CancellationToken);
}
