using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Spectre.Console;

namespace Safeguard.Bench;

/// <summary>
/// Whether time tells "not yours to know" from "not there" (R15), against a product that runs with its demo's doors
/// open: somebody opens a case file and writes in it, somebody else asks for that file and for one that is not there,
/// in turn.
/// </summary>
internal static class NotThereBench
{
    private const string Owner = "we0102";
    private const int Contacts = 500;
    private const int WarmUps = 50;
    private const int Pairs = 1000;

    /// <summary>A supporter, Senior Members of its panel and of another, an auditor.</summary>
    private static readonly string[] Strangers = ["we0105", "we0015", "we0016", "we0010"];

    public static async Task<int> RunAsync(Uri address)
    {
        var file = await WriteAsync(address);
        var nothing = Guid.CreateVersion7();
        var table = new Table().AddColumns(
            "person", "not theirs, median µs", "not there, median µs", "ratio", "first is slower in");
        foreach (var person in Strangers)
        {
            using var client = await SignInAsync(address, person);
            var (theirs, nobodys, slower) = (new List<double>(), new List<double>(), 0);
            for (var pair = 0; pair < WarmUps + Pairs; pair++)
            {
                // Who goes first would otherwise be the one that finds the processor asleep.
                var first = pair % 2 == 0 ? await TimeAsync(client, file) : 0;
                var other = await TimeAsync(client, nothing);
                if (pair % 2 == 1) first = await TimeAsync(client, file);
                if (pair < WarmUps) continue;
                theirs.Add(first);
                nobodys.Add(other);
                if (first > other) slower++;
            }

            var (one, two) = (Median(theirs), Median(nobodys));
            var share = $"{Text(100.0 * slower / Pairs, "0")} %";
            table.AddRow(person, Text(one, "0"), Text(two, "0"), Text(one / two, "0.000"), share);
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<Guid> WriteAsync(Uri address)
    {
        using var owner = await SignInAsync(address, Owner);
        var file = Guid.CreateVersion7();
        (await owner.PutAsJsonAsync($"/api/case-files/{file}", new { })).EnsureSuccessStatusCode();
        for (var n = 0; n < Contacts; n++)
        {
            var contact = Guid.CreateVersion7();
            var said = new { contact, mode = "phone", minutes = 5, topics = new[] { "Anxiety" }, note = "n" };
            (await owner.PostAsJsonAsync($"/api/case-files/{file}/contacts", said)).EnsureSuccessStatusCode();
        }

        return file;
    }

    private static async Task<HttpClient> SignInAsync(Uri address, string person)
    {
        var client = new HttpClient { BaseAddress = address };
        using var answer = await client.PostAsJsonAsync("/demo/token", new { person });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task<double> TimeAsync(HttpClient client, Guid file)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri($"/api/case-files/{file}", UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        if (answer.StatusCode != HttpStatusCode.NotFound) throw new InvalidOperationException("It is theirs to know.");
        return took;
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
