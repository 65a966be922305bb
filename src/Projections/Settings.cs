using Npgsql;

namespace Safeguard.Projections;

/// <summary>What the product itself must remember between starts.</summary>
public sealed class Settings(NpgsqlDataSource database)
{
    public const string ClockOffset = "clock.offset";
    public const string InstitutionName = "institution.name";

    public async Task<string?> FindAsync(string key, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select value from settings where key = $1");
        command.Parameters.AddWithValue(key);
        return (string?)await command.ExecuteScalarAsync(cancel);
    }

    public async Task SetAsync(string key, string value, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value");
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
