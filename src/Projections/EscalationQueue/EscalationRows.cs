using Npgsql;
using NpgsqlTypes;
using Safeguard.Domain;

namespace Safeguard.Projections.EscalationQueue;

/// <summary>What is asked of the queue. Each list is bounded and has an index behind it.</summary>
public sealed class EscalationRows(NpgsqlDataSource database)
{
    /// <summary>Rows on one page of any list.</summary>
    public const int PageSize = 100;

    /// <summary>
    /// Open escalations on one screen. Forty after one death are the worst ten minutes; 500 is a month of neglect.
    /// </summary>
    public const int MaxOpen = 500;

    public Task<IReadOnlyList<EscalationRow>> OpenAsync(CancellationToken cancel) =>
        ReadAsync("select doc from escalation_queue where open order by raised_at desc, key desc limit @limit",
            cancel, ("limit", MaxOpen));

    public async Task<EscalationRow?> FindAsync(Guid id, CancellationToken cancel) =>
        (await FindAsync([id], cancel)).SingleOrDefault();

    public Task<IReadOnlyList<EscalationRow>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        ReadAsync("select doc from escalation_queue where key = any(@keys)",
            cancel, ("keys", ids.Select(id => id.ToString()).ToArray()));

    /// <summary>
    /// One person's own raises, newest first: their receipts. One row more than a page says that there is a next.
    /// </summary>
    /// <param name="before">The last of the page before; null for the first page.</param>
    public Task<IReadOnlyList<EscalationRow>> RaisedByAsync(
        PersonId raiser, int page, (DateTimeOffset RaisedAt, Guid Id)? before, CancellationToken cancel)
    {
        var (moment, id) = before ?? (DateTimeOffset.MaxValue, Guid.Empty);
        return ReadAsync(
            "select doc from escalation_queue where raiser = @raiser and (raised_at, key) < (@before, @beforeKey) " +
            "order by raised_at desc, key desc limit @limit",
            cancel, ("raiser", raiser.Value), ("before", moment), ("beforeKey", id.ToString()),
            ("limit", page + 1));
    }

    /// <summary>Every urgent contact about the student with that case code, newest first.</summary>
    public Task<IReadOnlyList<EscalationRow>> OfCaseFileAsync(string code, CancellationToken cancel) =>
        ReadAsync(
            "select doc from escalation_queue where case_file = @code order by raised_at desc, key desc limit @limit",
            cancel, ("code", code), ("limit", PageSize));

    /// <summary>The case codes of the urgent contacts that this person has, or had last.</summary>
    public async Task<IReadOnlyList<string>> CaseFilesOfAsync(PersonId owner, CancellationToken cancel)
    {
        var owned = await ReadAsync(
            "select doc from escalation_queue where owner = @owner and case_file is not null "
            + "order by raised_at desc, key desc limit @limit", cancel, ("owner", owner.Value), ("limit", MaxOpen));
        return
        [
            .. owned.Where(row => row.SeniorMember == owner).Select(row => row.CaseFile!)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Debriefs still owed by this person, or by anyone where the person is null.</summary>
    public Task<IReadOnlyList<EscalationRow>> DebriefsOwedAsync(PersonId? of, CancellationToken cancel) =>
        ReadAsync(
            "select doc from escalation_queue where debrief_of is not null " +
            "and (@of::text is null or debrief_of = @of) " +
            "order by doc->'debrief'->>'dueBy', key limit @limit",
            cancel, ("of", (object?)of?.Value ?? DBNull.Value), ("limit", PageSize));

    /// <summary>
    /// A page of the list, newest first, of what the filter lets through; one row more says there is a next.
    /// </summary>
    public Task<IReadOnlyList<EscalationRow>> ListAsync(QueueFilter filter, CancellationToken cancel)
    {
        var where = new List<string>();
        var parameters = new List<(string, object)> { ("limit", PageSize + 1) };
        void Narrow(string clause, params (string, object)[] values)
        {
            where.Add(clause);
            parameters.AddRange(values);
        }

        if (filter.Open is { } open) Narrow(open ? "open" : "not open");
        if (filter.State is { } state) Narrow("doc->>'state' = @state", ("state", state));
        if (filter.Panel is { } panel) Narrow("panel = @panel", ("panel", panel.Value));
        if (filter.Mine is { } mine) Narrow("(raiser = @mine or owner = @mine)", ("mine", mine.Value));
        if (filter.VisibleTo is { } reader)
        {
            Narrow(
                "(owner = @reader or panel = any(@panels) or doc->'paged' @> @paged)",
                ("reader", reader.Value), ("panels", filter.PanelsOfReader.Select(of => of.Value).ToArray()),
                ("paged", new NpgsqlParameter
                {
                    Value = $$"""[{"person":"{{reader.Value}}"}]""",
                    NpgsqlDbType = NpgsqlDbType.Jsonb,
                }));
        }

        if (filter.Before is { } before)
            Narrow("(raised_at, key) < (@before, @beforeKey)", ("before", before.RaisedAt), ("beforeKey",
                before.Id.ToString()));
        var narrowed = where.Count == 0 ? "" : "where " + string.Join(" and ", where);
        return ReadAsync(
            $"select doc from escalation_queue {narrowed} order by raised_at desc, key desc limit @limit",
            cancel, [.. parameters]);
    }

    /// <summary>
    /// Whether a short code is taken: by an open escalation, or by any raised within the last year (R18).
    /// </summary>
    public async Task<bool> IsShortCodeTakenAsync(string shortCode, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select exists (select 1 from escalation_queue where short_code = $1 and (open or raised_at > $2))");
        command.Parameters.AddWithValue(shortCode);
        command.Parameters.AddWithValue(now.AddYears(-1));
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>The one with that short code: the newest, where one of years ago had it too.</summary>
    public async Task<EscalationRow?> FindByShortCodeAsync(string shortCode, CancellationToken cancel) =>
        (await ReadAsync(
            "select doc from escalation_queue where short_code = @code order by raised_at desc limit 1",
            cancel, ("code", shortCode))).SingleOrDefault();

    private Task<IReadOnlyList<EscalationRow>> ReadAsync(
        string sql, CancellationToken cancel, params (string Name, object Value)[] parameters) =>
        database.ReadAsync(sql, parameters, row => row.Doc<EscalationRow>(), cancel);
}

/// <summary>What a list of escalations is narrowed to.</summary>
/// <param name="VisibleTo">The reader, where only their own panels and what they were paged for may be seen.</param>
public sealed record QueueFilter(
    bool? Open, string? State, PanelId? Panel, PersonId? Mine, PersonId? VisibleTo,
    IReadOnlyList<PanelId> PanelsOfReader, (DateTimeOffset RaisedAt, Guid Id)? Before);
