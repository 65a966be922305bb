using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Tests.Events;

/// <summary>
/// The bytes of every event are frozen in <c>Events/Approved</c>. A changed shape gets a new name and an upcaster; the
/// approved file of the old one stays, and stays readable. Each file has the event with every part that it can have,
/// then with those alone that it must have; confidential parts as they are before they are sealed.
/// </summary>
public sealed class ApprovedEventTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Names => [.. EventNames.All.Select(known => known.Name)];

    private static string Approved([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Approved");

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_written_as_it_was_approved(string name)
    {
        var type = EventNames.TypeOf(name);
        var written = $"{Json(SampleEvents.Full(type))}\n\n{Json(SampleEvents.Spare(type))}\n";
        written.ShouldMatchApproved(approval => approval
            .SubFolder("Approved").NoDiff()
            .WithFilenameGenerator((_, _, fileType, extension) => $"{name}.{fileType}.{extension}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_read_from_the_approved_bytes(string name)
    {
        var type = EventNames.TypeOf(name);
        var approved = File.ReadAllText(Path.Combine(Approved(), $"{name}.approved.txt"));
        var samples = approved.TrimEnd('\n').Split("\n\n");
        samples.Length.ShouldBe(2);
        foreach (var sample in samples)
            Json(JsonSerializer.Deserialize(sample, type, EventJson.Options)!).ShouldBe(sample);
    }

    [Fact]
    public void Every_registered_event_has_an_approved_file_and_every_file_an_event()
    {
        var files = System.IO.Directory.GetFiles(Approved(), "*.approved.txt")
            .Select(file => Path.GetFileName(file).Replace(".approved.txt", "", StringComparison.Ordinal));
        files.Order(StringComparer.Ordinal)
            .ShouldBe(EventNames.All.Select(known => known.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_is_given_once_and_in_the_form_of_an_alias()
    {
        EventNames.All.Select(known => known.Name).ShouldBeUnique();
        EventNames.All.Select(known => known.Type).ShouldBeUnique();
        EventNames.All.Select(known => known.Name).Where(name => name.Any(letter =>
            !char.IsAsciiLetterLower(letter) && letter != '_')).ShouldBeEmpty();
    }

    private static string Json(object happened) => JsonSerializer.Serialize(
        JsonSerializer.SerializeToElement(happened, happened.GetType(), EventJson.Options), Readable);
}
