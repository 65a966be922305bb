using System.Text.Json;
using Safeguard.Api.Pages.Kit;
using Safeguard.Browser.Tests.Screens;

namespace Safeguard.Browser.Tests.Scripts;

public sealed class CountdownTests(Chromium chromium)
{
    private const int Tried = 2000;

    [Fact]
    public async Task The_script_says_of_every_promise_what_the_server_says()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var promises = Enumerable.Range(0, Tried).Select(_ => Promise(random)).ToArray();
        await using var tab = await Tab.Open(chromium, "/sample/queue");
        var said = await tab.Page.EvaluateAsync<JsonElement>(
            """
            async ([address, promises]) => {
              const { read } = await import(address);
              const words = ([now, start, due, crisis]) => Object.values(read(now, start, due, crisis)).join('|');
              return promises.map(words);
            }
            """,
            new object[] { SiteFiles.Address("countdown.js"), promises.Select(Milliseconds).ToArray() });
        var expected = promises.Select(promise => Said(CountdownView.At(promise.Now, promise.Start, promise.Due,
            promise.Crisis)));
        said.EnumerateArray().Select(words => words.GetString()).ShouldBe(expected, $"seed {seed}");
    }

    [Fact]
    public async Task A_promise_that_runs_out_is_said_once_and_politely()
    {
        await using var tab = await Tab.Open(chromium, "/sample/queue");
        var count = tab.Page.Locator(".queue > li").Nth(2).Locator(".count");
        await count.EvaluateAsync("count => { count.dataset.due = new "
            + "Date(Date.parse(document.querySelector('meta[name=safeguard-now]').content) - 61000).toISOString(); }");
        var status = tab.Page.Locator("main > p.vh[role=status]");
        await Microsoft.Playwright.Assertions.Expect(status)
            .ToHaveTextAsync("Urgent contact 9HX2, Alder College: 1 min late");
        (await count.GetAttributeAsync("data-state")).ShouldBe("late");
        (await tab.Page.Locator(".queue > li").Nth(2).GetAttributeAsync("data-state")).ShouldBe("late");
    }

    private static (DateTimeOffset Now, DateTimeOffset Start, DateTimeOffset Due, bool Crisis) Promise(Random random)
    {
        var start = DateTimeOffset.UnixEpoch.AddSeconds(random.Next(1, 2_000_000_000));
        var due = start.AddSeconds(random.Next(0, 4 * 86_400));
        var now = start.AddMilliseconds(random.NextInt64(0, 5L * 86_400_000));
        return (now, start, due, random.Next(2) == 0);
    }

    private static object[] Milliseconds((DateTimeOffset Now, DateTimeOffset Start, DateTimeOffset Due,
        bool Crisis) promise) =>
    [
        promise.Now.ToUnixTimeMilliseconds(), promise.Start.ToUnixTimeMilliseconds(),
        promise.Due.ToUnixTimeMilliseconds(), promise.Crisis,
    ];

    private static string Said(CountdownView view)
    {
        var state = view.State switch { CountdownState.Late => "late", CountdownState.Soon => "soon", _ => "" };
        return $"{state}|{view.Words}|{view.Used}";
    }
}
