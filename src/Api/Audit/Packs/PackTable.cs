using System.Text.Json;
using System.Text.Json.Nodes;
using Safeguard.Api.Http;

namespace Safeguard.Api.Audit.Packs;

/// <summary>One table of a pack, written twice from the same rows: for a program and for a spreadsheet.</summary>
/// <param name="Columns">The fields of a row in the order in which a spreadsheet has them.</param>
/// <param name="Rows">From the first again at each call; they are written as they come and never held.</param>
internal sealed record PackTable(
    string Name, IReadOnlyList<string> Columns, Func<IAsyncEnumerable<JsonObject>> Rows)
{
    /// <param name="rows">What is not long: each row's fields are its columns.</param>
    public static PackTable Of<T>(string name, IReadOnlyList<string> columns, IReadOnlyList<T> rows) =>
        new(name, columns, () => rows.Select(Row).ToAsyncEnumerable());

    /// <summary>A row as the API would write it.</summary>
    public static JsonObject Row<T>(T row) => JsonSerializer.SerializeToNode(row, ApiJson.Options)!.AsObject();

    public async Task AddToAsync(PackZip zip)
    {
        await zip.AddAsync($"{Name}.json", WriteJsonAsync);
        await zip.AddAsync($"{Name}.csv", WriteCsvAsync);
    }

    /// <summary>One array with a row on each line, so that programs and people can both read it line by line.</summary>
    private async Task<int?> WriteJsonAsync(PackFile file)
    {
        var count = 0;
        await file.WriteAsync("[");
        await foreach (var row in Rows())
            await file.WriteAsync($"{(count++ == 0 ? "\n" : ",\n")}{row.ToJsonString(ApiJson.Options)}");
        await file.WriteAsync("\n]\n");
        return count;
    }

    private async Task<int?> WriteCsvAsync(PackFile file)
    {
        var count = 0;
        await file.WriteAsync(SafeCsv.ByteOrderMark + SafeCsv.Line(Columns));
        await foreach (var row in Rows())
        {
            count++;
            await file.WriteAsync(SafeCsv.Line(Columns.Select(column => Cell(row[column]))));
        }

        return count;
    }

    private static string Cell(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list when list.All(one => one is JsonValue) => string.Join(' ', list.Select(Cell)),
        JsonValue one when one.GetValueKind() == JsonValueKind.String => one.GetValue<string>(),
        _ => value.ToJsonString(ApiJson.Options),
    };
}
