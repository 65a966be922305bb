using Npgsql;
using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

public sealed class HistoryTests(Given given) : IAsyncLifetime
{
    private TestInstitution institution = null!;

    public async ValueTask InitializeAsync()
    {
        institution = await given.AnInstitutionAsync();
        await institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));
    }

    public ValueTask DisposeAsync() => institution.DisposeAsync();

    [Theory]
    [InlineData("update mt_events set data = '{}'")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("truncate mt_streams cascade")]
    [InlineData("delete from mt_streams")]
    [InlineData("update commands set answer = 'x'")]
    [InlineData("delete from commands")]
    [InlineData("drop table mt_events")]
    [InlineData("alter table mt_events disable trigger history_is_never_changed")]
    [InlineData("create table mine ()")]
    public async Task The_server_has_no_right_to_change_history(string sql)
    {
        var refusal = await institution.AsServerAsync(sql).ShouldThrowAsync<PostgresException>();

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("update mt_events set data = '{}'")]
    [InlineData("update mt_events set data = '{}' where false")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("truncate mt_streams cascade")]
    [InlineData("delete from mt_streams")]
    [InlineData("set session_replication_role = replica; delete from mt_events")]
    public async Task A_trigger_stops_those_who_have_the_right(string sql)
    {
        var refusal = await institution.AsOwnerAsync(sql).ShouldThrowAsync<PostgresException>();

        refusal.MessageText.ShouldContain("The history is never changed");
        (await institution.Log.ReadAllAsync(0, 10, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Martens_tables_have_no_column_and_no_index_of_ours()
    {
        var columns = await institution.AsOwnerAsync(
            """
            select string_agg(table_name || '.' || column_name || ' ' || udt_name, E'\n'
                order by table_name, ordinal_position)
            from information_schema.columns where table_schema = current_schema() and table_name like 'mt\_%'
            """);
        var indexes = await institution.AsOwnerAsync(
            """
            select string_agg(indexname, ' ' order by indexname) from pg_indexes
            where schemaname = current_schema() and tablename like 'mt\_%'
            """);

        columns.ShouldBe(
            """
            mt_event_progression.name varchar
            mt_event_progression.last_seq_id int8
            mt_event_progression.last_updated timestamptz
            mt_events.seq_id int8
            mt_events.id uuid
            mt_events.stream_id uuid
            mt_events.version int8
            mt_events.data jsonb
            mt_events.bdata bytea
            mt_events.type varchar
            mt_events.timestamp timestamptz
            mt_events.tenant_id varchar
            mt_events.mt_dotnet_type varchar
            mt_events.correlation_id varchar
            mt_events.causation_id varchar
            mt_events.headers jsonb
            mt_events.user_name varchar
            mt_events.is_archived bool
            mt_streams.id uuid
            mt_streams.type varchar
            mt_streams.version int8
            mt_streams.timestamp timestamptz
            mt_streams.created timestamptz
            mt_streams.tenant_id varchar
            mt_streams.is_archived bool
            """.ReplaceLineEndings("\n"));
        indexes.ShouldBe(
            "pk_mt_events_stream_and_version pkey_mt_event_progression_name pkey_mt_events_seq_id pkey_mt_streams_id");
    }
}
