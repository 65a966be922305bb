using System.Diagnostics;
using System.Globalization;
using System.Net;
using Spectre.Console;

namespace Safeguard.Bench;

/// <summary>
/// How long pages take, one request at a time, against a product that runs with its demo's doors open. What is measured
/// is from the request to the last byte over loopback, so the server's own time is less.
/// </summary>
internal static class PagesBench
{
    private const int WarmUps = 30;
    private const int Requests = 200;

    /// <summary>No source but our own: the page budget, 95 in 100 within this.</summary>
    private const double BudgetInMilliseconds = 25;

    /// <param name="pages">Who asks, and what: <c>we0007:/standing</c>.</param>
    public static async Task<int> RunAsync(Uri address, IEnumerable<string> pages)
    {
        var table = new Table().AddColumns("page", "person", "size kB", "median ms", "p95 ms", "within 25 ms");
        var isWithin = true;
        foreach (var asked in pages)
        {
            var (person, path) = (asked[..asked.IndexOf(':')], asked[(asked.IndexOf(':') + 1)..]);
            using var client = await SignInAsync(address, person);
            var (size, times) = await MeasureAsync(client, path);
            var late = times[(int)(times.Count * 0.95)];
            isWithin &= late <= BudgetInMilliseconds;
            table.AddRow(
                path, person, Text(size / 1024.0), Text(times[times.Count / 2]), Text(late),
                late <= BudgetInMilliseconds ? "yes" : "no");
        }

        AnsiConsole.Write(table);
        return isWithin ? 0 : 1;
    }

    private static async Task<HttpClient> SignInAsync(Uri address, string person)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = address,
        };
        using var form = new FormUrlEncodedContent([new("person", person)]);
        using var answer = await client.PostAsync(new Uri("/demo/sign-in", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<(int Size, List<double> Times)> MeasureAsync(HttpClient client, string path)
    {
        var (size, times) = (0, new List<double>());
        for (var request = 0; request < WarmUps + Requests; request++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            size = (await answer.Content.ReadAsByteArrayAsync()).Length;
            if (request >= WarmUps) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
        }

        times.Sort();
        return (size, times);
    }

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
