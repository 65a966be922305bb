using Npgsql;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Rebuilding;

namespace Safeguard.Projections.Reports;

/// <summary>
/// People, panels and rota as they were known at a moment: folded from all that had been recorded of the institution
/// by then, in one question. What is known now is <see cref="InstitutionDirectory.Present"/>.
/// </summary>
public sealed class PastInstitution(NpgsqlDataSource database)
{
    public async Task<Institution> AtAsync(DateTimeOffset moment, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(
            $"""
            select s.type, {StreamScan.Columns} from mt_streams s join mt_events e on e.stream_id = s.id
            where s.type = any ($1) and e.timestamp <= $2
            order by e.seq_id
            """,
            connection);
        command.Parameters.AddWithValue(InstitutionDirectory.StreamTypes.ToArray());
        command.Parameters.AddWithValue(moment.ToUniversalTime());
        var institution = Institution.Empty;
        await foreach (var (_, _, events) in StreamScan.ByStreamAsync(command, cancel))
            foreach (var recorded in events) institution = institution.Apply(recorded.Event, recorded.Stamp);
        return institution;
    }
}
