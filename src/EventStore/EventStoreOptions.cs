using System.Text.RegularExpressions;
using Npgsql;

namespace Safeguard.EventStore;

/// <summary>Where one institution's log lives. One institution is one schema, bound by the connection.</summary>
/// <param name="ConnectionString">
/// Signs in as the owner, who runs the migrations, or as any member of <paramref name="ServerRole"/>. Everything but
/// the migrations runs as the server's role, whoever signs in.
/// </param>
/// <param name="Schema">Of this institution alone.</param>
/// <param name="ServerRole">May add to the history and read it, never change it. Made by the migrations.</param>
public sealed partial record EventStoreOptions(
    string ConnectionString, string Schema = "safeguard", string ServerRole = "safeguard_server")
{
    public string Schema { get; } = Checked(Schema, nameof(Schema));

    public string ServerRole { get; } = Checked(ServerRole, nameof(ServerRole));

    /// <summary>
    /// How long the caller of an append waits at most, through a restart of PostgreSQL or a change of primary: no
    /// longer than somebody in a crisis stays before a page that does not answer.
    /// </summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A connection of the one who signs in, who owns the tables: for migrations and for what replaces a table.
    /// </summary>
    /// <param name="application">How PostgreSQL lists it.</param>
    public NpgsqlConnection AsOwner(string application)
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            ApplicationName = application,
            Pooling = false,
        };
        builder.Options = $"{builder.Options} -c search_path={Schema},pg_temp -c client_min_messages=warning";
        return new(builder.ConnectionString);
    }

    /// <summary>Names go into SQL where no parameter may stand, so only names that need no quoting are taken.</summary>
    private static string Checked(string name, string what) => PlainName().IsMatch(name)
        ? name
        : throw new ArgumentException($"{what} must be lower-case letters, digits and underscores, at most 63.", what);

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName();
}
