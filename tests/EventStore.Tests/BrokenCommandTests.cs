using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

public sealed class BrokenCommandTests(Given given) : IAsyncLifetime
{
    private TestInstitution institution = null!;

    public async ValueTask InitializeAsync() => institution = await given.AnInstitutionAsync();

    public ValueTask DisposeAsync() => institution.DisposeAsync();

    [Fact]
    public async Task One_broken_command_in_a_batch_harms_no_other()
    {
        // PostgreSQL alone can tell that this number is beyond what jsonb holds.
        var broken = With("""{"n":1e999999}""");
        var sound = Enumerable.Range(0, 20).Select(_ => Given.To(Guid.NewGuid(), 0)).ToArray();
        var held = await HeldLog.TakeAsync(institution);
        var ahead = institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));
        await held.SomebodyWaitsAsync();
        var first = sound[..10].Select(institution.Log.AppendAsync).ToList();
        var refused = institution.Log.AppendAsync(broken);
        var last = sound[10..].Select(institution.Log.AppendAsync).ToList();
        await held.DisposeAsync();

        await refused.ShouldThrowAsync<UnstorableCommandException>();
        await ahead;
        (await Task.WhenAll(first.Concat(last))).ShouldAllBe(r => r is Appended);
        (await institution.Log.WasHandledAsync(broken.CommandId, CancellationToken.None)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"what":"\u0000"}""", "holds U+0000")]
    [InlineData("""{"\u0000":1}""", "holds U+0000")]
    [InlineData("""{"what":"\ud83d"}""", "is not JSON")]
    [InlineData("""{"what":"\ude00\ud83d"}""", "is not JSON")]
    [InlineData("{\"what\":\"\0\"}", "is not JSON")]
    [InlineData("""{"what":1} x""", "is not JSON")]
    [InlineData("""{"what":}""", "is not JSON")]
    [InlineData("", "is not")]
    [InlineData("[1]", "is not a JSON object")]
    public async Task What_PostgreSQL_could_not_store_is_refused_before_it_is_sent(string json, string why)
    {
        var refusal = await institution.Log.AppendAsync(With(json)).ShouldThrowAsync<UnstorableCommandException>();

        refusal.Message.ShouldStartWith("An event ");
        refusal.Message.ShouldContain(why);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_refused_wherever_it_stands()
    {
        var half = new string('\ud83d', 1);

        await RefusedAsync(With($$"""{"what":"{{half}}"}"""));
        await RefusedAsync(Given.To(Guid.NewGuid(), 0) with { By = half });
        await RefusedAsync(Given.To(Guid.NewGuid(), 0) with { Rows = [new("queue", half, "{}")] });
    }

    [Fact]
    public async Task An_event_longer_than_the_limit_is_refused_and_the_longest_is_stored()
    {
        const int frame = 8;
        var longest = new string('x', StoreLimits.MaxEventBytes - frame);

        (await institution.Log.AppendAsync(With($$"""{"w":"{{longest}}"}"""))).ShouldBeOfType<Appended>();
        await RefusedAsync(With($$"""{"w":"{{longest}}x"}"""));
    }

    [Fact]
    public async Task Text_of_every_script_and_escape_comes_back_as_it_was()
    {
        const string text = "Ærø 危機 👩‍⚕️ \\ \" \u2028 '; drop table mt_events; --";
        var json = System.Text.Json.JsonSerializer.Serialize(new { What = text });
        var command = With(json);

        await institution.Log.AppendAsync(command);

        var read = await institution.Log.ReadStreamAsync(command.Streams[0].Stream, 0, CancellationToken.None);
        System.Text.Json.JsonDocument.Parse(read[0].Json).RootElement.GetProperty("What").GetString().ShouldBe(text);
    }

    [Fact]
    public async Task A_command_that_changes_one_thing_twice_is_refused()
    {
        var stream = Guid.NewGuid();
        var command = Given.To(stream, 0);
        var due = Given.Now;

        await RefusedAsync(command with { Streams = [Given.Stream(stream, 0), Given.Stream(stream, 1)] });
        await RefusedAsync(command with { WakeUps = [new(stream, "thing", due), new(stream, "thing", null)] });
        await RefusedAsync(command with { Rows = [new("queue", "a", "{}"), new("queue", "a", null)] });
        await RefusedAsync(command with { Keys = [new(stream, "k", [1]), new(stream, "k", [2])] });
        await RefusedAsync(command with { Streams = [new StreamAppend(stream, "thing", 0, [])] });
        await RefusedAsync(command with { Streams = [Given.Stream(stream, -1)] });
        await RefusedAsync(command with { By = "" });
        await RefusedAsync(command with { By = "a\0b" });
        await RefusedAsync(command with { Streams = [Given.Stream(stream, 0, StoreLimits.MaxEventsPerCommand + 1)] });
    }

    [Fact]
    public async Task A_row_for_a_table_that_is_no_read_model_is_refused_whatever_its_name()
    {
        var command = Given.To(Guid.NewGuid(), 0);

        await RefusedAsync(command with { Rows = [new("commands", "a", "{}")] });
        await RefusedAsync(command with { Rows = [new("x; drop table mt_events", "a", "{}")] });

        (await institution.Log.LastPositionAsync(CancellationToken.None)).ShouldBe(0);
    }

    private static Append With(string json) =>
        Given.To(Guid.NewGuid(), 0) with { Streams = [new(Guid.NewGuid(), "thing", 0, [Given.Happened(json)])] };

    private Task<UnstorableCommandException> RefusedAsync(Append command) =>
        institution.Log.AppendAsync(command).ShouldThrowAsync<UnstorableCommandException>();
}
