using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Safeguard.EventStore;

namespace Safeguard.Simulation.Tests;

/// <summary>
/// Sixteen people who raise one urgent contact after another. One that is not answered is sent again, with the same id,
/// until it is; what was answered is written down, and held against the log at the end.
/// </summary>
internal sealed class SixteenWriters : IAsyncDisposable
{
    private const int Writers = 16;

    /// <summary>Answers given between one kill and the next.</summary>
    private const int Between = 2 * Writers;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Func<SafeguardNode> _node;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Guid, string> _receipts = [];
    private readonly ConcurrentDictionary<Guid, int> _sent = [];
    private readonly ConcurrentBag<HttpStatusCode> _refused = [];
    private readonly List<Task> _writing;

    /// <param name="node">Where to send to at this moment.</param>
    public SixteenWriters(Func<SafeguardNode> node)
    {
        _node = node;
        _writing = [.. Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer)))];
    }

    /// <summary>Waits until the load has had its effect since the last time this was asked.</summary>
    public async Task AnswersAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var enough = _receipts.Count + Between;
        while (_receipts.Count < enough)
        {
            foreach (var writing in _writing.Where(task => task.IsFaulted)) await writing;
            await Task.Delay(20, patience.Token);
        }
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_writing);
    }

    /// <summary>
    /// Nothing that was answered is lost, nothing is there twice, and nothing is there that nobody sent.
    /// </summary>
    public async Task HoldAgainstAsync(IEventLog log)
    {
        var stored = await log.StreamsOfTypeAsync("escalation", CancellationToken.None);
        _receipts.Keys.Except(stored).ShouldBeEmpty("what was answered is in the log");
        stored.Except(_sent.Keys).ShouldBeEmpty("what is in the log was sent");
        foreach (var id in stored)
        {
            var events = await log.ReadStreamAsync(id, 0, CancellationToken.None);
            events.Count(e => e.Type == "escalation_raised").ShouldBe(1, $"{id} was raised once");
            events.Count(e => e.Type == "addition_made").ShouldBe(0, $"{id} was sent again with the same words");
            if (_receipts.TryGetValue(id, out var receipt)) events[0].Json.ShouldContain($"\"{receipt}\"");
        }

        _sent.Values.Max().ShouldBeGreaterThan(1, "a kill under load leaves something to send again");
        _refused.Distinct().ShouldBeEmpty("an outage is told as one, and never as a refusal");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task WriteAsync(int writer)
    {
        while (!_stop.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            while (!await SendAsync(writer, id))
            {
                if (_stop.IsCancellationRequested) return;
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    /// <returns>True once it is answered as received.</returns>
    private async Task<bool> SendAsync(int writer, Guid id)
    {
        try
        {
            using var client = await _node().ClientAsync($"we{102 + writer:0000}");
            _sent.AddOrUpdate(id, 1, static (_, times) => times + 1);
            using var answer = await client.PutAsJsonAsync(
                $"/api/escalations/{id}", new { what = $"Sent by {writer}." }, CancellationToken.None);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return false;
            if (!answer.IsSuccessStatusCode)
            {
                _refused.Add(answer.StatusCode);
                return false;
            }

            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None);
            _receipts[id] = body.GetProperty("receipt").GetString()!;
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException
            or ObjectDisposedException)
        {
            return false;
        }
    }
}
