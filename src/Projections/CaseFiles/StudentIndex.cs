using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Safeguard.Domain.CaseFiles;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.CaseFiles;

/// <summary>
/// Finds case files by who the student is. The words are kept as keyed hashes alone: neither a dump of the database nor
/// somebody who guesses names without the key file learns anything from them.
/// </summary>
public sealed class StudentIndex(NpgsqlDataSource database, IKeyEncryption keys)
{
    /// <summary>Files found at once; a name that fits more is asked for in more words.</summary>
    public const int MaxFound = 20;

    /// <summary>Words looked at of one text; no name has more.</summary>
    private const int MaxWords = 20;

    private const int ShortestWord = 2;
    private const int TokenBytes = 16;
    public const string Table = "student_index";
    private const string Purpose = "safeguard student index";

    /// <summary>The row for what is said of a student now; it replaces what was said before.</summary>
    public RowWrite RowOf(Guid file, StudentIdentified said) => RowsOf(file, said)[0];

    /// <summary>The same for every key that it may have been made under, the current one's first.</summary>
    public IReadOnlyList<RowWrite> RowsOf(Guid file, StudentIdentified said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var words = Words($"{said.Name.Text} {said.Reach?.Text}");
        return
        [
            .. keys.Secrets(Purpose).Select(key => new { tokens = words.Select(word => Token(key, word)) })
                .Select(row => new RowWrite(
                    Table, file.ToString(), JsonSerializer.Serialize(row, EventJson.Options))),
        ];
    }

    /// <summary>
    /// Files of which every word fits, in any order and case, whatever key was current when it was said.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(string words, CancellationToken cancel)
    {
        var wanted = Words(words);
        if (wanted.Count == 0) return [];
        await using var command = database.CreateCommand(
            $"select key from {Table} where doc->'tokens' @> any($1) order by key limit $2");
        command.Parameters.Add(new NpgsqlParameter
        {
            Value = keys.Secrets(Purpose)
                .Select(key => JsonSerializer.Serialize(wanted.Select(word => Token(key, word)))).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        command.Parameters.AddWithValue(MaxFound);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<Guid>();
        while (await reader.ReadAsync(cancel)) found.Add(Guid.Parse(reader.GetString(0)));
        return found;
    }

    /// <summary>Whether there is anything to look for in a text.</summary>
    public static bool HasWords(string? text) => Words(text ?? "").Count > 0;

    /// <summary>Words as they compare: capitals, letters and digits alone, accents told apart.</summary>
    private static List<string> Words(string text) =>
    [
        .. text.Normalize(NormalizationForm.FormC).ToUpperInvariant()
            .Split([.. text.ToUpperInvariant().Where(sign => !char.IsLetterOrDigit(sign)).Append(' ').Distinct()])
            .Where(word => word.Length >= ShortestWord).Distinct(StringComparer.Ordinal).Take(MaxWords),
    ];

    private static string Token(byte[] key, string word) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(word))[..TokenBytes]);
}
