using Npgsql;
using Safeguard.Domain.Referrals;
using Safeguard.Projections.CaseFiles;

namespace Safeguard.Projections.Referrals;

/// <summary>
/// What is asked of the referrals, each with the row of its case file, which says who may see it. Each list is bounded
/// and has an index behind it.
/// </summary>
public sealed class ReferralRows(NpgsqlDataSource database)
{
    /// <summary>Rows on one page of any list.</summary>
    public const int PageSize = 100;

    private const string Table = ReferralRow.Table;
    private const string Both = $"select r.doc, f.doc from {Table} r join {CaseFileRow.Table} f on f.key = r.case_file";
    private const string Visible =
        $"r.case_file in (select key from {CaseFileRow.Table} where {CaseFileRows.VisibleClause})";

    public async Task<ReferralOfFile?> FindAsync(Guid id, CancellationToken cancel) =>
        (await FindAsync([id], cancel)).SingleOrDefault();

    public Task<IReadOnlyList<ReferralOfFile>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        ReadAsync($"{Both} where r.key = any(@keys)", cancel, ("keys", ids.Select(id => id.ToString()).ToArray()));

    /// <summary>The referrals of one case file, newest first.</summary>
    public Task<IReadOnlyList<ReferralOfFile>> OfCaseFileAsync(Guid caseFile, CancellationToken cancel) =>
        ReadAsync(
            $"{Both} where r.case_file = @file order by r.offered_at desc, r.key desc limit @limit", cancel,
            ("file", caseFile.ToString()), ("limit", PageSize));

    /// <summary>The board: everything open that the reader may see, what wakes up first on top.</summary>
    /// <param name="files">What the list of case files is narrowed to for this reader.</param>
    public Task<IReadOnlyList<ReferralOfFile>> OpenAsync(CaseFileFilter files, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(files);
        var (narrowed, values) = files.VisibleTo is { } reader
            ? ($" and {Visible}", CaseFileRows.VisibleTo(reader, files))
            : ("", []);
        return ReadAsync(
            $"{Both} where r.open{narrowed} order by r.next_wake_up, r.key limit @limit", cancel,
            [.. values, ("limit", PageSize)]);
    }

    /// <summary>
    /// A page of the list, newest first, of what the filter lets through; one row more says there is a next.
    /// </summary>
    public Task<IReadOnlyList<ReferralOfFile>> ListAsync(ReferralFilter filter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var where = new List<string> { "true" };
        var parameters = new List<(string, object)> { ("limit", PageSize + 1) };
        void Narrow(string clause, params (string, object)[] values)
        {
            where.Add(clause);
            parameters.AddRange(values);
        }

        if (filter.Open is { } open) Narrow(open ? "r.open" : "not r.open");
        if (filter.State is { } state) Narrow("r.state = @state", ("state", state.ToString()));
        if (filter.CaseFile is { } file) Narrow("r.case_file = @file", ("file", file.ToString()));
        if (filter.Service is { } service) Narrow("r.service = @service", ("service", service));
        if (filter.Files.VisibleTo is { } reader) Narrow(Visible, CaseFileRows.VisibleTo(reader, filter.Files));
        if (filter.Before is { } before)
            Narrow(
                "(r.offered_at, r.key) < (@before, @beforeKey)", ("before", before.OfferedAt),
                ("beforeKey", before.Id.ToString()));
        return ReadAsync(
            $"{Both} where {string.Join(" and ", where)} order by r.offered_at desc, r.key desc limit @limit", cancel,
            [.. parameters]);
    }

    private Task<IReadOnlyList<ReferralOfFile>> ReadAsync(
        string sql, CancellationToken cancel, params (string Name, object Value)[] parameters) =>
        database.ReadAsync(
            sql, parameters, row => new ReferralOfFile(row.Doc<ReferralRow>(), row.Doc<CaseFileRow>(1)), cancel);
}

/// <summary>A referral with the case file that it belongs to: whoever sees that the file exists sees both.</summary>
public sealed record ReferralOfFile(ReferralRow Row, CaseFileRow File);

/// <summary>What a list of referrals is narrowed to.</summary>
/// <param name="Service">The service's slug.</param>
/// <param name="Files">The case files that the reader may know of.</param>
public sealed record ReferralFilter(
    bool? Open, ReferralState? State, Guid? CaseFile, string? Service, CaseFileFilter Files,
    (DateTimeOffset OfferedAt, Guid Id)? Before);
