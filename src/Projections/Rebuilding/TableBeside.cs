using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using Safeguard.EventStore;

namespace Safeguard.Projections.Rebuilding;

/// <summary>
/// A table that is filled beside a live one and then takes its place, name, indexes and rights included. One that an
/// earlier rebuild left behind is begun anew.
/// </summary>
internal sealed partial class TableBeside(string live, string serverRole)
{
    /// <summary>The name of the live table.</summary>
    public string Live => live;

    /// <summary>The name of the table beside it.</summary>
    public string Name => $"rebuilt_{live}";

    public Task CreateAsync(NpgsqlConnection owner, CancellationToken cancel) => RunAsync(
        owner, $"drop table if exists {Name}; create table {Name} (like {live} including all)", cancel);

    public Task DropAsync(NpgsqlConnection owner, CancellationToken cancel) =>
        RunAsync(owner, $"drop table if exists {Name}", cancel);

    /// <summary>Adds rows of which none is in it yet.</summary>
    public async Task CopyAsync(IEnumerable<RowWrite> rows, NpgsqlConnection owner, CancellationToken cancel)
    {
        await using var copy = await owner.BeginBinaryImportAsync(
            $"copy {Name} (key, doc) from stdin (format binary)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(row.Key, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(row.Doc!, NpgsqlDbType.Jsonb, cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    /// <summary>Rows as they are now, over what is in it.</summary>
    public async Task PutAsync(IReadOnlyCollection<RowWrite> rows, NpgsqlConnection owner, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        await using var put = new NpgsqlCommand(
            $"insert into {Name} (key, doc) select * from unnest($1, $2) "
            + "on conflict (key) do update set doc = excluded.doc", owner);
        put.Parameters.AddWithValue(rows.Select(row => row.Key).ToArray());
        put.Parameters.Add(new NpgsqlParameter
        {
            Value = rows.Select(row => row.Doc!).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        await put.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// Takes the live table's place in the caller's transaction, which has locked it: its readers see the one or the
    /// other, whole. What the server prepared by the name is planned anew by PostgreSQL.
    /// </summary>
    public async Task SwapAsync(NpgsqlConnection owner, CancellationToken cancel)
    {
        var (old, made) = (await IndexesAsync(owner, live, cancel), await IndexesAsync(owner, Name, cancel));
        await RunAsync(
            owner,
            $"""
            drop table {live};
            alter table {Name} rename to {live};
            grant select, insert, update, delete on {live} to {serverRole};
            {string.Concat(made.Select(index => $"alter index {index.Value} rename to {old[index.Key]};"))}
            """, cancel);
    }

    /// <summary>By what they index, so that the new ones get the names that the schema's files know.</summary>
    private static async Task<Dictionary<string, string>> IndexesAsync(
        NpgsqlConnection owner, string table, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            select pg_get_indexdef(i.oid), quote_ident(i.relname) from pg_index x
            join pg_class i on i.oid = x.indexrelid where x.indrelid = $1::regclass
            """, owner);
        command.Parameters.AddWithValue(table);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var indexes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel))
            indexes.Add(Names().Replace(reader.GetString(0), " "), reader.GetString(1));
        return indexes;
    }

    internal static async Task RunAsync(NpgsqlConnection owner, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, owner) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    [GeneratedRegex(" INDEX .+ ON .+? ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();
}
