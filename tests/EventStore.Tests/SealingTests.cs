using System.Security.Cryptography;
using System.Text.Json;
using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

public sealed class SealingTests(Given given) : IAsyncLifetime
{
    private const string Words = "Canary 危機 \"quoted\"";

    private static readonly Guid Stream = Guid.NewGuid();
    private static readonly Guid Event = Guid.NewGuid();
    private static readonly string KeyFile = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private readonly Guid subject = Guid.NewGuid();
    private TestInstitution institution = null!;
    private SubjectKeys keys = null!;

    public async ValueTask InitializeAsync()
    {
        institution = await given.AnInstitutionAsync();
        keys = Keys();
    }

    public ValueTask DisposeAsync() => institution.DisposeAsync();

    [Fact]
    public async Task A_sealed_field_opens_for_who_has_the_key_on_every_node()
    {
        var (key, row) = keys.Create(subject);
        var sealedField = Sealing.Seal(key, Stream, Event, "what", Words);
        var command = Given.To(Stream, 0) with
        {
            Streams = [new(Stream, "thing", 0, [new(Event, "thing_raised", $$"""{"what":{{sealedField}}}""")])],
            Keys = [row],
        };

        await institution.Log.AppendAsync(command);

        var stored = (await institution.Log.ReadStreamAsync(Stream, 0, CancellationToken.None))[0];
        stored.Json.ShouldNotContain("Canary");
        var field = JsonDocument.Parse(stored.Json).RootElement.GetProperty("what");
        Sealing.IsSealed(field).ShouldBeTrue();
        var read = await Keys().GetAsync([Sealing.SubjectOf(field), Guid.NewGuid()], CancellationToken.None);
        read.Keys.ShouldBe([subject]);
        Sealing.Open(read[subject], field.GetRawText(), Stream, Event, "what").ShouldBe(Words);
    }

    [Fact]
    public void A_sealed_field_opens_in_no_other_place()
    {
        var (key, _) = keys.Create(subject);
        var sealedField = Sealing.Seal(key, Stream, Event, "what", Words);

        Refused(key, sealedField, Guid.NewGuid(), Event, "what");
        Refused(key, sealedField, Stream, Guid.NewGuid(), "what");
        Refused(key, sealedField, Stream, Event, "where");
        Refused(keys.Create(subject).Key, sealedField, Stream, Event, "what");
        Refused(keys.Create(Guid.NewGuid()).Key, sealedField, Stream, Event, "what");
        var at = sealedField.IndexOf("\"sealed\":\"", StringComparison.Ordinal) + 30;
        var changed = $"{sealedField[..at]}{(sealedField[at] == 'A' ? 'B' : 'A')}{sealedField[(at + 1)..]}";
        Refused(key, changed, Stream, Event, "what");
    }

    [Fact]
    public void The_same_words_sealed_twice_look_different()
    {
        var (key, _) = keys.Create(subject);

        Sealing.Seal(key, Stream, Event, "what", Words).ShouldNotBe(Sealing.Seal(key, Stream, Event, "what", Words));
    }

    [Fact]
    public void A_sealed_field_is_compact_JSON_in_the_order_that_PostgreSQL_keeps()
    {
        var (key, _) = keys.Create(subject);
        var sealedField = Sealing.Seal(key, Stream, Event, "what", "");

        sealedField.ShouldStartWith($$"""{"key":"{{key.Id}}","sealed":""");
        sealedField.ShouldEndWith($$""","subject":"{{subject}}"}""");
    }

    [Fact]
    public async Task An_erased_key_reads_as_null_and_stays_erased()
    {
        var (key, row) = keys.Create(subject);
        var sealedField = Sealing.Seal(key, Stream, Event, "what", Words);
        await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0) with { Keys = [row] });
        (await keys.GetAsync([subject], CancellationToken.None))[subject].ShouldNotBeNull();

        await keys.EraseAsync(subject, Given.Now, CancellationToken.None);

        var erased = (await keys.GetAsync([subject], CancellationToken.None))[subject];
        erased.ShouldBeNull();
        Sealing.Open(erased, sealedField, Stream, Event, "what").ShouldBeNull();
        (await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0) with { Keys = [row] }))
            .ShouldBe(new VersionClash(subject, 1));
    }

    [Fact]
    public async Task Of_two_first_events_of_one_subject_the_second_must_be_sealed_again_under_the_stored_key()
    {
        var (first, second) = (keys.Create(subject).Row, keys.Create(subject).Row);

        var results = await OneBatch.OfAsync(
            institution,
            Given.To(Guid.NewGuid(), 0) with { Keys = [first] },
            Given.To(Guid.NewGuid(), 0) with { Keys = [second] },
            Given.To(Guid.NewGuid(), 0) with { Keys = [first] });

        results[0].ShouldBeOfType<Appended>();
        results[1].ShouldBe(new VersionClash(subject, 1));
        results[2].ShouldBeOfType<Appended>();
    }

    [Fact]
    public void A_wrapped_key_moved_to_another_subject_does_not_unwrap()
    {
        var encryption = FileKeyEncryption.FromText(KeyFile);
        var wrapped = encryption.Wrap(subject, new byte[32]);

        encryption.Unwrap(encryption.CurrentKey, subject, wrapped).ShouldBe(new byte[32]);
        Should.Throw<CryptographicException>(() => encryption.Unwrap(encryption.CurrentKey, Guid.NewGuid(), wrapped));
        Should.Throw<CryptographicException>(() => encryption.Unwrap("unknown", subject, wrapped));
    }

    [Fact]
    public void A_key_file_is_replaced_by_putting_the_new_key_above_the_old()
    {
        var old = FileKeyEncryption.FromText(KeyFile);
        var wrapped = old.Wrap(subject, new byte[32]);
        var added = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var rotated = FileKeyEncryption.FromText($"{added}\r\n{KeyFile}\n");

        rotated.CurrentKey.ShouldNotBe(old.CurrentKey);
        rotated.Unwrap(old.CurrentKey, subject, wrapped).ShouldBe(new byte[32]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAA")]
    public void A_key_file_without_a_whole_key_is_refused(string text) =>
        Should.Throw<CryptographicException>(() => FileKeyEncryption.FromText(text));

    private static void Refused(DataKey key, string sealedField, Guid stream, Guid eventId, string field) =>
        Should.Throw<CryptographicException>(() => Sealing.Open(key, sealedField, stream, eventId, field));

    private SubjectKeys Keys() => new(institution.Database, FileKeyEncryption.FromText(KeyFile));
}
