using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Safeguard.Api.Tests.Paging;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Health;

/// <summary>
/// A server of which everything is listened to that others than its readers could come to see: log, traces, e-mails,
/// addresses, and every table as it is stored.
/// </summary>
internal sealed class Overheard : IAsyncDisposable
{
    private readonly ActivityListener _traces;

    private Overheard()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "Npgsql"
                || source.Name.StartsWith("Safeguard", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Traced.Enqueue(
                $"{span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)}"),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public SafeguardTestServer Server { get; private set; } = null!;
    public MailServer Mail { get; } = MailServer.Start();
    public HeardLog Log { get; } = new();
    public ConcurrentQueue<string> Traced { get; } = new();
    public ConcurrentQueue<string> Addresses { get; } = new();

    public static async Task<Overheard> StartAsync()
    {
        var heard = new Overheard();
        heard.Server = await SafeguardTestServer.StartAsync(configuration: heard.Mail.Settings);
        heard.Server.Parts.GetRequiredService<ILoggerFactory>().AddProvider(heard.Log);
        return heard;
    }

    /// <summary>None of these words is anywhere, in any case of its letters.</summary>
    public async Task NothingOfAsync(Measured measured, params string[] words)
    {
        measured.Read();
        Nowhere(Log.Lines, "the log");
        Nowhere(Traced, "traces");
        Nowhere(measured.Tags, "metrics");
        Nowhere(Mail.Letters.Select(letter => letter.Text), "e-mails");
        Nowhere(Addresses, "addresses");
        Nowhere(await TablesAsync(), "tables");

        void Nowhere(IEnumerable<string> texts, string where) => texts
            .SelectMany(text => words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Distinct().ShouldBeEmpty(where);
    }

    public NpgsqlDataSource Owner() =>
        NpgsqlDataSource.Create(Server.Settings.Database + ";Search Path=safeguard");

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Mail.DisposeAsync();
        _traces.Dispose();
    }

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var owner = Owner();
        var tables = await ReadAsync(
            owner, "select table_name from information_schema.tables where table_schema = 'safeguard'");
        tables.ShouldContain("mt_events");
        var rows = new List<string>();
        foreach (var table in tables) rows.AddRange(await ReadAsync(owner, $"select t::text from {table} t"));
        return rows;
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
