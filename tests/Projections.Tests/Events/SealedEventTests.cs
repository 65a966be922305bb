using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.EventStore;
using Safeguard.Projections.Events;
using Safeguard.TestSupport;

namespace Safeguard.Projections.Tests.Events;

/// <summary>Events through the real log: what is confidential lies there sealed and comes back as it was.</summary>
public sealed class SealedEventTests(Given given)
{
    private static readonly Guid Stream = new("0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b21");

    [Fact]
    public async Task Every_confidential_field_of_every_event_is_sealed_in_the_log_and_read_back()
    {
        await using var institution = await given.AnInstitutionAsync();
        var keys = Given.Keys(institution);
        var samples = EventNames.All.Select(known => SampleEvents.Full(known.Type)).ToList();
        await StoreAsync(institution, keys, samples);

        var raw = (string?)await institution.AsOwnerAsync("select string_agg(data::text, ' ') from mt_events");
        raw.ShouldNotBeNull().ShouldNotContain("words of");
        var read = await new EventCodec(keys).DecodeAsync(
            await institution.Log.ReadStreamAsync(Stream, 0, CancellationToken.None), CancellationToken.None);
        read.Select(recorded => Plain(recorded.Event)).ShouldBe(samples.Select(Plain));
    }

    [Fact]
    public async Task Without_its_subjects_key_a_field_reads_as_erased_and_the_rest_as_it_was()
    {
        await using var institution = await given.AnInstitutionAsync();
        var keys = Given.Keys(institution);
        await StoreAsync(institution, keys, [new AdditionMade(Guid.Empty, new Confidential("Gone."), true, null)]);
        await keys.EraseAsync(Stream, Given.Now, CancellationToken.None);

        var read = await new EventCodec(keys).DecodeAsync(
            await institution.Log.ReadStreamAsync(Stream, 0, CancellationToken.None), CancellationToken.None);
        var addition = read.Single().Event.ShouldBeOfType<AdditionMade>();
        addition.What.ShouldNotBeNull().IsErased.ShouldBeTrue();
        addition.GotWorse.ShouldBeTrue();
    }

    [Fact]
    public async Task The_role_the_moment_it_happened_and_the_policys_version_lie_beside_the_event()
    {
        await using var institution = await given.AnInstitutionAsync();
        var stamp = new Stamp(new PersonId("we0102"), Role.Supervisor, Given.Now, Given.Now.AddHours(-3), 7);
        var happened = EventCodec.Encode(new Acknowledged(stamp.By), stamp, Stream, Guid.NewGuid(), key: null);
        happened.Headers.ShouldBe("""{"role":"Supervisor","occurredAt":"2026-11-19T23:14:00Z","policy":7}""");
        await institution.Log.AppendAsync(
            new(Guid.NewGuid(), "we0102", Given.Now, [new(Stream, "escalation", 0, [happened])]));

        var read = await new EventCodec(Given.Keys(institution)).DecodeAsync(
            await institution.Log.ReadStreamAsync(Stream, 0, CancellationToken.None), CancellationToken.None);
        read.Single().Stamp.ShouldBe(stamp);
    }

    private static async Task StoreAsync(TestInstitution institution, SubjectKeys keys, IReadOnlyList<object> events)
    {
        var (key, row) = keys.Create(Stream);
        var stamp = Given.StampAt(Given.Now);
        await institution.Log.AppendAsync(new(Guid.NewGuid(), "we0102", Given.Now,
        [
            new StreamAppend(Stream, "escalation", 0,
                [.. events.Select(happened => EventCodec.Encode(happened, stamp, Stream, Guid.NewGuid(), key))]),
        ])
        { Keys = [row] });
    }

    private static string Plain(object happened) => PlainWords.Of(happened, words: true).ToJsonString();
}
