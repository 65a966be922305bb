using Npgsql;
using Safeguard.Domain;

namespace Safeguard.Projections.CaseFiles;

/// <summary>What is asked of the case files. Each list is bounded and has an index behind it.</summary>
public sealed class CaseFileRows(NpgsqlDataSource database)
{
    /// <summary>Rows on one page of any list.</summary>
    public const int PageSize = 100;

    private const string Table = CaseFileRow.Table;

    /// <summary>What narrows rows of this table to those that one reader may see at all.</summary>
    internal const string VisibleClause =
        "(owner = any(@owners) or offered_to = @reader or closing_by = @reader "
        + "or doc->>'closedBy' = @reader or doc->'namedReaders' ? @reader or doc->'toldOfReopening' ? @reader "
        + "or (state = 'Resolved' and panel = any(@panels)) "
        + "or code = any(@codes))";

    public async Task<CaseFileRow?> FindAsync(Guid id, CancellationToken cancel) =>
        (await FindAsync([id], cancel)).SingleOrDefault();

    public Task<IReadOnlyList<CaseFileRow>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        ReadAsync(
            $"select doc from {Table} where key = any(@keys)", cancel,
            ("keys", ids.Select(id => id.ToString()).ToArray()));

    /// <summary>The file with that code; codes are unique.</summary>
    public async Task<CaseFileRow?> FindByCodeAsync(string code, CancellationToken cancel) =>
        (await ReadAsync($"select doc from {Table} where code = @code limit 1", cancel, ("code", code)))
            .SingleOrDefault();

    /// <summary>How many open files that person owns, leaving one out: for the warning of R14.</summary>
    public async Task<int> CountOpenAsync(PersonId owner, Guid except, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            $"select count(*) from {Table} where owner = $1 and open and key <> $2");
        command.Parameters.AddWithValue(owner.Value);
        command.Parameters.AddWithValue(except.ToString());
        return (int)(long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>How many open files each person owns, the most first.</summary>
    public Task<IReadOnlyList<(PersonId Owner, int Files)>> LoadAsync(CancellationToken cancel) =>
        database.ReadAsync(
            $"select owner, count(*) from {Table} where open group by owner order by count(*) desc, owner limit @limit",
            [("limit", PageSize)], row => (new PersonId(row.GetString(0)), (int)row.GetInt64(1)), cancel);

    /// <summary>A person's own open files, what wakes up first on top.</summary>
    public Task<IReadOnlyList<CaseFileRow>> OpenOfAsync(PersonId owner, CancellationToken cancel) =>
        ReadAsync(
            $"select doc from {Table} where owner = @owner and open order by next_wake_up, key limit @limit", cancel,
            ("owner", owner.Value), ("limit", PageSize));

    /// <summary>What was offered to that person and waits for their answer.</summary>
    public Task<IReadOnlyList<CaseFileRow>> OfferedToAsync(PersonId person, CancellationToken cancel) =>
        ReadAsync(
            $"select doc from {Table} where offered_to = @person order by key limit @limit", cancel,
            ("person", person.Value), ("limit", PageSize));

    /// <summary>
    /// A page of the list, newest first, of what the filter lets through; one row more says there is a next.
    /// </summary>
    public Task<IReadOnlyList<CaseFileRow>> ListAsync(CaseFileFilter filter, CancellationToken cancel)
    {
        var where = new List<string>();
        var parameters = new List<(string, object)> { ("limit", PageSize + 1) };
        void Narrow(string clause, params (string, object)[] values)
        {
            where.Add(clause);
            parameters.AddRange(values);
        }

        if (filter.Open is { } open) Narrow(open ? "open" : "not open");
        if (filter.State is { } state) Narrow("state = @state", ("state", state));
        if (filter.Owner is { } owner) Narrow("owner = @owner", ("owner", owner.Value));
        if (filter.Panel is { } panel) Narrow("panel = @panel", ("panel", panel.Value));
        if (filter.VisibleTo is { } reader) Narrow(VisibleClause, VisibleTo(reader, filter));
        if (filter.Before is { } before)
            Narrow(
                "(opened_at, key) < (@before, @beforeKey)", ("before", before.OpenedAt),
                ("beforeKey", before.Id.ToString()));
        var narrowed = where.Count == 0 ? "" : "where " + string.Join(" and ", where);
        return ReadAsync(
            $"select doc from {Table} {narrowed} order by opened_at desc, key desc limit @limit", cancel,
            [.. parameters]);
    }

    /// <summary>The values that <see cref="VisibleClause"/> asks for.</summary>
    internal static (string Name, object Value)[] VisibleTo(PersonId reader, CaseFileFilter filter) =>
    [
        ("reader", reader.Value),
        ("owners", filter.OwnersSeen.Append(reader).Select(of => of.Value).ToArray()),
        ("panels", filter.PanelsSeen.Select(of => of.Value).ToArray()),
        ("codes", filter.CodesSeen.ToArray()),
    ];

    private Task<IReadOnlyList<CaseFileRow>> ReadAsync(
        string sql, CancellationToken cancel, params (string Name, object Value)[] parameters) =>
        database.ReadAsync(sql, parameters, row => row.Doc<CaseFileRow>(), cancel);
}

/// <summary>What a list of case files is narrowed to.</summary>
/// <param name="VisibleTo">The reader, where only what is theirs to know may be seen.</param>
/// <param name="OwnersSeen">Those whose files the reader sees besides: the supporters they supervise.</param>
/// <param name="CodesSeen">The codes of files about whose student the reader has an urgent contact.</param>
/// <param name="PanelsSeen">The panels whose resolved files the reader may close.</param>
public sealed record CaseFileFilter(
    bool? Open, string? State, PersonId? Owner, PanelId? Panel, PersonId? VisibleTo,
    IReadOnlyList<PersonId> OwnersSeen, IReadOnlyList<PanelId> PanelsSeen, IReadOnlyList<string> CodesSeen,
    (DateTimeOffset OpenedAt, Guid Id)? Before);
