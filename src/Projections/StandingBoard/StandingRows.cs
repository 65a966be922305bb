using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.StandingBoard;

/// <summary>What is asked of the standing board. Each list is bounded and has an index behind it.</summary>
public sealed class StandingRows(NpgsqlDataSource database)
{
    /// <summary>Rows on one page of the list.</summary>
    public const int PageSize = 100;

    /// <summary>Rows of one board at once: far above any programme's supporters.</summary>
    public const int MaxBoard = 5_000;

    private const string StandingOnDay =
        """
        case when status is not null then status
             when lapses_on <= @day then 'Lapsed'
             when overdue_on <= @day then 'Overdue'
             when due_soon_on <= @day then 'DueSoon'
             else 'Current' end
        """;

    /// <summary>A page of the board in the order of ids; one row more than a page says that there is a next.</summary>
    /// <param name="after">The last of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<StandingRow>> ListAsync(
        StandingFilter filter, DateOnly day, PersonId? after, int limit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var command = database.CreateCommand(
            $"""
            select doc from standing_board
            where (@panel is null or panel = @panel) and (@groups is null or supervision_group = any(@groups))
              and (@standing is null or {StandingOnDay} = @standing) and (not @available or available)
              and key > @after
            order by key limit @limit
            """);
        Text("panel", filter.Panel?.Value);
        command.Parameters.Add(new NpgsqlParameter("groups", NpgsqlDbType.Array | NpgsqlDbType.Text)
        {
            Value = filter.Groups?.Select(known => known.Value).ToArray() ?? (object)DBNull.Value,
        });
        Text("standing", filter.Standing?.ToString());
        Text("day", day.ToString("O", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("available", filter.AvailableOnly);
        command.Parameters.AddWithValue("after", after?.Value ?? "");
        command.Parameters.AddWithValue("limit", limit);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<StandingRow>();
        while (await reader.ReadAsync(cancel))
            rows.Add(JsonSerializer.Deserialize<StandingRow>(reader.GetString(0), EventJson.Options)!);
        return rows;

        void Text(string name, string? value) =>
            command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Text)
            {
                Value = value ?? (object)DBNull.Value,
            });
    }
}

/// <summary>What a list of standings is narrowed to.</summary>
/// <param name="Groups">The groups whose members the reader may see; null for every supporter.</param>
public sealed record StandingFilter(
    PanelId? Panel = null, IReadOnlyList<GroupId>? Groups = null, Standing? Standing = null,
    bool AvailableOnly = false);
