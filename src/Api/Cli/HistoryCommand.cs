using System.CommandLine;
using System.Text.Json;
using Safeguard.Api.Http;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Cli;

/// <summary>
/// <c>safeguard history STREAM</c>: what happened to one stream, in order, with both clocks. Confidential fields stay
/// sealed: this prints what is stored.
/// </summary>
public static class HistoryCommand
{
    public static Command Create()
    {
        var stream = new Argument<string>("stream") { Description = "A UUID, or a kind and slug like person:we0014." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new Command("history", "What happened to a stream, in order.") { stream, json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync(cancel, migrate: false);
            var id = Id(parsed.GetValue(stream)!);
            var (version, log) = (0L, installation.Get<IEventLog>());
            while (true)
            {
                var page = await log.ReadStreamAsync(id, version, cancel);
                foreach (var row in page) Print(row, parsed.GetValue(json));
                if (page.Count > 0) version = page[^1].Version;
                if (page.Count < StoreLimits.MaxEventsPerRead) break;
            }

            return version > 0
                ? ExitCodes.Done
                : throw new Hosting.StartRefusedException("There is no such stream, or nothing has happened in it.");
        });
        return command;
    }

    private static Guid Id(string stream)
    {
        if (Guid.TryParse(stream, out var id)) return id;
        var parts = stream.Split(':', 2);
        return parts.Length == 2
            ? StreamIds.For(parts[0], parts[1])
            : throw new Hosting.StartRefusedException("Name a stream by its UUID, or by kind and slug: person:we0014.");
    }

    private static void Print(StoredEvent row, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    row.Version,
                    row.Position,
                    Event = row.Type,
                    row.RecordedAt,
                    row.By,
                    Headers = row.Headers is null
                        ? (JsonElement?)null
                        : JsonSerializer.Deserialize<JsonElement>(row.Headers),
                    Data = JsonSerializer.Deserialize<JsonElement>(row.Json),
                },
                ApiJson.Options));
            return;
        }

        Console.WriteLine($"{row.Version,4}  {Moments.Write(row.RecordedAt),-24}  {row.By,-10}  {row.Type}");
    }
}
