using Npgsql;
using NpgsqlTypes;

namespace Safeguard.EventStore;

/// <summary>
/// A batch as the parallel typed arrays that <c>append_batch</c> takes: one element a row, each with the number of its
/// command, from 1. The fields stand in the order of the procedure's parameters, <c>Schema/009_append_batch.sql</c>.
/// </summary>
internal sealed class AppendArrays
{
    /// <summary>The procedure's answers, which go in as nulls.</summary>
    private const int Answers = 7;

    private readonly NpgsqlCommand call;
    private readonly List<Action> clearAll = [];

    private readonly List<Guid> commandIds;
    private readonly List<string> commandBy;
    private readonly List<DateTime> commandAt;
    private readonly List<string?> correlations;
    private readonly List<string?> causations;
    private readonly List<string?> answers;
    private readonly List<int> lastEvents;
    private readonly List<int> streamCommands;
    private readonly List<Guid> streamIds;
    private readonly List<string> streamTypes;
    private readonly List<long> expectedVersions;
    private readonly List<long> newVersions;
    private readonly List<Guid> knownIds;
    private readonly List<long> knownVersions;
    private readonly List<int> eventCommands;
    private readonly List<Guid> eventIds;
    private readonly List<Guid> eventStreams;
    private readonly List<long> eventVersions;
    private readonly List<string> eventTypes;
    private readonly List<string> eventData;
    private readonly List<string?> eventHeaders;
    private readonly List<int> restCommands;
    private readonly List<Guid> restStreams;
    private readonly List<long> restVersions;
    private readonly List<int> wakeCommands;
    private readonly List<Guid> wakeStreams;
    private readonly List<string> wakeKinds;
    private readonly List<DateTime?> wakeDue;
    private readonly List<int> outboxCommands;
    private readonly List<Guid> outboxIds;
    private readonly List<string> outboxKinds;
    private readonly List<string> outboxBodies;
    private readonly List<DateTime> outboxDue;
    private readonly List<int> rowCommands;
    private readonly List<string> rowTables;
    private readonly List<string> rowKeys;
    private readonly List<string?> rowDocs;
    private readonly List<int> keyCommands;
    private readonly List<Guid> keySubjects;
    private readonly List<string> keyWrappers;
    private readonly List<byte[]> keyWrapped;

    public AppendArrays(NpgsqlCommand call)
    {
        this.call = call;
        commandIds = Column<Guid>(NpgsqlDbType.Uuid);
        commandBy = Column<string>(NpgsqlDbType.Text);
        commandAt = Column<DateTime>(NpgsqlDbType.TimestampTz);
        correlations = Column<string?>(NpgsqlDbType.Text);
        causations = Column<string?>(NpgsqlDbType.Text);
        answers = Column<string?>(NpgsqlDbType.Text);
        lastEvents = Column<int>(NpgsqlDbType.Integer);
        streamCommands = Column<int>(NpgsqlDbType.Integer);
        streamIds = Column<Guid>(NpgsqlDbType.Uuid);
        streamTypes = Column<string>(NpgsqlDbType.Text);
        expectedVersions = Column<long>(NpgsqlDbType.Bigint);
        newVersions = Column<long>(NpgsqlDbType.Bigint);
        knownIds = Column<Guid>(NpgsqlDbType.Uuid);
        knownVersions = Column<long>(NpgsqlDbType.Bigint);
        eventCommands = Column<int>(NpgsqlDbType.Integer);
        eventIds = Column<Guid>(NpgsqlDbType.Uuid);
        eventStreams = Column<Guid>(NpgsqlDbType.Uuid);
        eventVersions = Column<long>(NpgsqlDbType.Bigint);
        eventTypes = Column<string>(NpgsqlDbType.Text);
        eventData = Column<string>(NpgsqlDbType.Jsonb);
        eventHeaders = Column<string?>(NpgsqlDbType.Jsonb);
        restCommands = Column<int>(NpgsqlDbType.Integer);
        restStreams = Column<Guid>(NpgsqlDbType.Uuid);
        restVersions = Column<long>(NpgsqlDbType.Bigint);
        wakeCommands = Column<int>(NpgsqlDbType.Integer);
        wakeStreams = Column<Guid>(NpgsqlDbType.Uuid);
        wakeKinds = Column<string>(NpgsqlDbType.Text);
        wakeDue = Column<DateTime?>(NpgsqlDbType.TimestampTz);
        outboxCommands = Column<int>(NpgsqlDbType.Integer);
        outboxIds = Column<Guid>(NpgsqlDbType.Uuid);
        outboxKinds = Column<string>(NpgsqlDbType.Text);
        outboxBodies = Column<string>(NpgsqlDbType.Jsonb);
        outboxDue = Column<DateTime>(NpgsqlDbType.TimestampTz);
        rowCommands = Column<int>(NpgsqlDbType.Integer);
        rowTables = Column<string>(NpgsqlDbType.Text);
        rowKeys = Column<string>(NpgsqlDbType.Text);
        rowDocs = Column<string?>(NpgsqlDbType.Jsonb);
        keyCommands = Column<int>(NpgsqlDbType.Integer);
        keySubjects = Column<Guid>(NpgsqlDbType.Uuid);
        keyWrappers = Column<string>(NpgsqlDbType.Text);
        keyWrapped = Column<byte[]>(NpgsqlDbType.Bytea);
        var given = Enumerable.Range(1, call.Parameters.Count).Select(n => $"${n}");
        call.CommandText = $"call append_batch({string.Join(", ", given.Concat(Enumerable.Repeat("null", Answers)))})";
    }

    /// <summary>The moment as it is stored: whole milliseconds.</summary>
    public static DateTime Stored(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    public void Fill(IReadOnlyList<Waiting> batch)
    {
        foreach (var clear in clearAll) clear();
        for (var i = 0; i < batch.Count; i++) Add(i + 1, batch[i].Append);
        var known = batch.SelectMany(w => w.Append.Streams).Where(s => s.ExpectedVersion > 0).OrderBy(s => s.Stream);
        foreach (var stream in known)
        {
            knownIds.Add(stream.Stream);
            knownVersions.Add(stream.ExpectedVersion);
        }
    }

    private void Add(int command, Append append)
    {
        commandIds.Add(append.CommandId);
        commandBy.Add(append.By);
        commandAt.Add(Stored(append.RecordedAt));
        correlations.Add(append.CorrelationId);
        causations.Add(append.CausationId);
        answers.Add(append.Answer);
        foreach (var stream in append.Streams) Add(command, stream);
        lastEvents.Add(append.Streams.Count == 0 ? 0 : eventIds.Count);
        foreach (var rested in append.RestsOn)
        {
            restCommands.Add(command);
            restStreams.Add(rested.Stream);
            restVersions.Add(rested.Version);
        }

        foreach (var wakeUp in append.WakeUps)
        {
            wakeCommands.Add(command);
            wakeStreams.Add(wakeUp.Stream);
            wakeKinds.Add(wakeUp.Kind);
            wakeDue.Add(wakeUp.DueAt is { } due ? Stored(due) : null);
        }

        AddSideRows(command, append);
    }

    private void Add(int command, StreamAppend stream)
    {
        streamCommands.Add(command);
        streamIds.Add(stream.Stream);
        streamTypes.Add(stream.StreamType);
        expectedVersions.Add(stream.ExpectedVersion);
        newVersions.Add(stream.ExpectedVersion + stream.Events.Count);
        for (var i = 0; i < stream.Events.Count; i++)
        {
            eventCommands.Add(command);
            eventIds.Add(stream.Events[i].Id);
            eventStreams.Add(stream.Stream);
            eventVersions.Add(stream.ExpectedVersion + i + 1);
            eventTypes.Add(stream.Events[i].Type);
            eventData.Add(stream.Events[i].Json);
            eventHeaders.Add(stream.Events[i].Headers);
        }
    }

    private void AddSideRows(int command, Append append)
    {
        foreach (var message in append.Outbox)
        {
            outboxCommands.Add(command);
            outboxIds.Add(message.Id);
            outboxKinds.Add(message.Kind);
            outboxBodies.Add(message.Json);
            outboxDue.Add(Stored(message.DueAt));
        }

        foreach (var row in append.Rows)
        {
            rowCommands.Add(command);
            rowTables.Add(row.Table);
            rowKeys.Add(row.Key);
            rowDocs.Add(row.Doc);
        }

        foreach (var key in append.Keys)
        {
            keyCommands.Add(command);
            keySubjects.Add(key.Subject);
            keyWrappers.Add(key.KeyEncryptionKey);
            keyWrapped.Add(key.Wrapped);
        }
    }

    private List<T> Column<T>(NpgsqlDbType type)
    {
        var values = new List<T>();
        var array = NpgsqlDbType.Array | type;
        call.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = array });
        clearAll.Add(values.Clear);
        return values;
    }
}
