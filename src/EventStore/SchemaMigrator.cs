using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Safeguard.EventStore;

/// <summary>One file of the schema. Frozen once released: a change is a new file.</summary>
/// <param name="Name">With its part of the product, <c>EventStore/001_events.sql</c>; unique.</param>
/// <param name="Sql">May say <c>{role}</c> for the server's role. The schema is the connection's.</param>
public sealed record SchemaFile(string Name, string Sql)
{
    /// <summary>SHA-256 of the file as it was released, in hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The SQL files embedded in an assembly, by name in order.</summary>
    /// <param name="part">What their names begin with, <c>EventStore</c>.</param>
    public static IReadOnlyList<SchemaFile> In(Assembly assembly, string part)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.EndsWith(".sql", StringComparison.Ordinal))
            .Select(resource => (Resource: resource, Name: string.Join('.', resource.Split('.')[^2..])))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new SchemaFile($"{part}/{file.Name}", Text(assembly, file.Resource)))];
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>The database's schema is not one that this binary can run on; the message says what to do.</summary>
public sealed class SchemaMismatchException(string message) : Exception(message);

/// <summary>
/// Brings one institution's schema to the version this binary expects, each file once, in order, each in a transaction
/// of its own together with the note that it was applied. Nodes that start together take turns.
/// </summary>
public sealed class SchemaMigrator(EventStoreOptions options, IReadOnlyList<SchemaFile> files)
{
    /// <summary>The store's own files; a product's read models come after them.</summary>
    public static IReadOnlyList<SchemaFile> StoreFiles { get; } =
        SchemaFile.In(typeof(SchemaMigrator).Assembly, "EventStore");

    /// <summary>Applies what is missing. Runs as the one who signs in, who becomes the owner of what is made.</summary>
    /// <exception cref="SchemaMismatchException">An applied file has changed, or is unknown to this binary.</exception>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        await using var connection = options.AsOwner("safeguard migrations");
        await connection.OpenAsync(cancel);
        await RunAsync(connection, "select pg_advisory_lock(hashtext('safeguard migrations'))", cancel);
        await RunAsync(connection, Ground(), cancel);
        var missing = Missing(await AppliedAsync(connection, cancel));
        foreach (var file in missing)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            var sql = file.Sql.Replace("{role}", options.ServerRole, StringComparison.Ordinal);
            await RunAsync(connection, sql, cancel);
            await using var note = new NpgsqlCommand(
                "insert into schema_files (name, sha256) values ($1, $2)", connection)
            {
                Parameters = { new() { Value = file.Name }, new() { Value = file.Hash } },
            };
            await note.ExecuteNonQueryAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>
    /// Whether the schema is what this binary expects: the question of <c>/health/ready</c>. Files it does not know do
    /// not make a running node unready: a newer node migrated, and this one serves until it is replaced.
    /// </summary>
    public static async Task<bool> CurrentAsync(
        InstitutionDatabase database, IReadOnlyList<SchemaFile> files, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.Pool.OpenConnectionAsync(cancel);
        await using var exists = new NpgsqlCommand("select to_regclass('schema_files') is not null", connection);
        if (await exists.ExecuteScalarAsync(cancel) is not true) return false;
        var applied = await AppliedAsync(connection, cancel);
        return files.All(f => applied.GetValueOrDefault(f.Name) == f.Hash);
    }

    /// <summary>
    /// The ground that the files stand on. Institutions in other databases of one cluster may make the role at the same
    /// moment, beyond the reach of a lock in this one.
    /// </summary>
    private string Ground() => $"""
        do $$ begin
            if not exists (select from pg_roles where rolname = '{options.ServerRole}') then
                create role {options.ServerRole} nologin;
            end if;
        exception when duplicate_object or unique_violation then null;
        end $$;
        do $$ begin
            if not pg_has_role(current_user, '{options.ServerRole}', 'member') then
                grant {options.ServerRole} to current_user;
            end if;
        end $$;
        create schema if not exists {options.Schema};
        grant usage on schema {options.Schema} to {options.ServerRole};
        create table if not exists schema_files (
            name text not null constraint pk_schema_files primary key,
            sha256 text not null,
            applied_at timestamptz not null default now());
        grant select on schema_files to {options.ServerRole};
        """;

    private List<SchemaFile> Missing(Dictionary<string, string> applied)
    {
        foreach (var (name, hash) in applied)
        {
            var file = files.FirstOrDefault(f => f.Name == name) ?? throw new SchemaMismatchException(
                $"The schema has {name}, which this version does not know: it was made by a newer one. Run that.");
            if (file.Hash != hash)
            {
                throw new SchemaMismatchException(
                    $"{name} was changed after it was applied. Restore it, and put the change into a new file.");
            }
        }

        return [.. files.Where(f => !applied.ContainsKey(f.Name))];
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(
        NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select name, sha256 from schema_files", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel)) applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
