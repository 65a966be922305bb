using Npgsql;
using NpgsqlTypes;
using Safeguard.Domain;
using Safeguard.Domain.Access;

namespace Safeguard.Projections.Audit;

/// <summary>Which records there are to audit: ids and kinds, from the rows that never lag.</summary>
public sealed class AuditedRows(NpgsqlDataSource database)
{
    /// <summary>Records looked through for one question; a longer period is asked in parts.</summary>
    public const int MaxRecords = 5_000;

    private const string Escalations =
        "select 'escalation' as kind, key::uuid as id, panel, raised_at as began, open, "
        + "moment(doc->>'closedAt') as closed from escalation_queue";

    private const string CaseFiles =
        "select 'case-file', key::uuid, panel, opened_at, open, moment(doc->>'closedAt') from case_files";

    private const string Referrals =
        "select 'referral', key::uuid, doc->>'panel', offered_at, open, moment(doc->>'overSince') from referrals";

    /// <summary>Everything of a panel that began in the period, oldest first.</summary>
    public Task<IReadOnlyList<ReadItem>> BegunAsync(
        PanelId panel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        ReadAsync("panel = $1 and began >= $2 and began < $3", panel, from, to, cancel);

    /// <summary>Everything that was open for a while in the period, oldest first.</summary>
    /// <param name="panel">Null for every panel.</param>
    public Task<IReadOnlyList<ReadItem>> OpenDuringAsync(
        PanelId? panel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        ReadAsync(
            "($1::text is null or panel = $1) and began < $3 and (open or closed is null or closed >= $2)",
            panel, from, to, cancel);

    private async Task<IReadOnlyList<ReadItem>> ReadAsync(
        string which, PanelId? panel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            $"select kind, id from ({Escalations} union all {CaseFiles} union all {Referrals}) records "
            + $"where {which} order by began, id limit $4");
        command.Parameters.Add(
            new() { Value = (object?)panel?.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.AddWithValue(from.ToUniversalTime());
        command.Parameters.AddWithValue(to.ToUniversalTime());
        command.Parameters.AddWithValue(MaxRecords);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var items = new List<ReadItem>();
        while (await reader.ReadAsync(cancel)) items.Add(new(reader.GetString(0), reader.GetGuid(1)));
        return items;
    }
}
