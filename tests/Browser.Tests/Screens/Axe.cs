using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Safeguard.Browser.Tests.Screens;

/// <summary>
/// axe on a page as it stands there, light and dark (R25). Its script is put into the page once and asked again after
/// each change of colours: the package's own way of running it opens another page for every question.
/// </summary>
public static class Axe
{
    private const string Question =
        """
        async (rules) => {
          const options = { resultTypes: ['violations'], preload: false };
          if (rules.length > 0) options.runOnly = { type: 'rule', values: rules };
          const found = await axe.run(document, options);
          return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
        }
        """;

    /// <summary>Every rule that axe runs unasked.</summary>
    private static readonly string[] Everything = [];

    /// <summary>The only rules whose answer depends on the colours.</summary>
    private static readonly string[] Colours = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

    /// <summary>axe waits for the page's own timers; where those are off it would wait for good.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Reads the page in both colour schemes and leaves it light.</summary>
    /// <returns>One line for each fault; none when the page is as it should be.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Script);
        // axe takes what a sticky header holds ready above a scrolled page for something that is shown there.
        await page.EvaluateAsync("scrollTo(0, 0)");
        var faults = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var rules = scheme == ColorScheme.Light ? Everything : Colours;
            var found = await page.EvaluateAsync<string[]>(Question, rules).WaitAsync(Patience);
            faults.AddRange(found.Select(fault => $"{scheme} {fault}"));
        }

        return faults;
    }
}
