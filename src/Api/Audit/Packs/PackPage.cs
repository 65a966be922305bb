using System.Globalization;
using System.Text.Encodings.Web;
using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Audit.Packs;

/// <summary>
/// A pack as one page to print: everything that its tables hold, in words. It is written as it is read, which no page
/// of the site is, so it is made of strings; whatever is not ours in them is encoded.
/// </summary>
internal sealed class PackPage
{
    public const string Stylesheet = "pack.css";

    private readonly PackScope _scope;
    private readonly PackRows _rows;
    private readonly PackSummary _summary;
    private readonly PackWords _words;

    public PackPage(PackScope scope, PackRows rows, PackConclusions told, PackSummary summary) =>
        (_scope, _rows, _summary, _words) = (scope, rows, summary, new(scope, told, summary));

    /// <summary>The stylesheet, with what is printed at the edge of every page.</summary>
    public static async Task<int?> WriteStylesheetAsync(PackFile file, PackScope scope)
    {
        await file.WriteAsync(SiteFiles.Text(Stylesheet));
        await file.WriteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"@page {{ @top-left {{ content: \"Confidential. History of {scope.Name}\"; }} }}\n"));
        return null;
    }

    public async Task<int?> WriteAsync(PackFile file)
    {
        await file.WriteAsync(Head());
        var events = await EventsAsync(file);
        await file.WriteAsync("</ol>\n");
        await TableAsync(
            file, "Deadlines", "No deadline was ever set.",
            ["Record", "What", "Due", "What became of it", "Ended by", "Reason"],
            _summary.Deadlines.ToAsyncEnumerable().Select(_words.Cells));
        await TableAsync(
            file, "Pages", "Nobody was ever paged.", ["Record", "When", "Whom", "What became of it"],
            _rows.PagesAsync().Select(_words.Cells));
        await TableAsync(
            file, "Who has read it", "Nobody has read it.", ["Record", "When", "Who", "Why"],
            _rows.ReadsAsync().Select(_words.Cells));
        await TableAsync(
            file, "Who was on duty", "It was never in a panel.",
            ["Panel", "From", "Until", "First", "Deputy", "Because of"],
            _summary.Duty.ToAsyncEnumerable().Select(_words.Cells));
        await TableAsync(
            file, "Where its supporters stood", "Nobody in it is a supporter.",
            ["Who", "From", "Until", "Standing", "Since", "Due", "Lapses", "Because of"],
            _summary.Standings.ToAsyncEnumerable().Select(_words.Cells));
        await TableAsync(
            file, "Policy in force", "", ["Version", "From", "Adopted by", "Reason", "Because of"],
            _summary.Policies.ToAsyncEnumerable().Select(_words.Cells));
        await file.WriteAsync("<p>What each version says is in <code>policy.json</code>.</p>\n");
        if (_summary.Behind.Count > 0)
        {
            await file.WriteAsync("<h2>What duty, standing and policy follow from</h2>\n<ol>\n");
            foreach (var recorded in _summary.Behind) await file.WriteAsync(_words.Ground(recorded));
            await file.WriteAsync("</ol>\n");
        }

        await file.WriteAsync(Foot());
        return events;
    }

    private async Task<int> EventsAsync(PackFile file)
    {
        var count = 0;
        await foreach (var recorded in _rows.AllAsync())
        {
            count++;
            await file.WriteAsync(_words.Entry(recorded));
        }

        return count;
    }

    private string Head() =>
        $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>History of {Html(_scope.Name)}</title>
        <link rel="stylesheet" href="{Stylesheet}"></head>
        <body><main>
        <h1>History of {Html(_scope.Name)}</h1>
        <p class="notice">Confidential. People are shown by role and id. What was said is masked. That this was taken
        out of the product is recorded.</p>
        <dl>
        <div><dt>Everything up to</dt>
        <dd>position {_scope.Position} of the log, {Html(_words.Time(_scope.Moment))}</dd></div>
        <div><dt>Times</dt><dd>in {Html(_summary.TimeZone)}</dd></div>
        <div><dt>Records</dt><dd>{Html(Sentence.List(_words.Records))}</dd></div>
        </dl>
        <h2>What happened</h2>
        <ol>

        """;

    private static string Foot() =>
        """
        <h2>How this can be checked</h2>
        <p>Beside this page lie the same facts as JSON and CSV, and <code>manifest.json</code> with the size and the
        SHA-256 of every file. <code>sha256sum -c manifest.sha256</code> says whether each is as it was made. The same
        case exported again at the same position of the log gives the same hashes.</p>
        </main></body>
        </html>

        """;

    private static async Task TableAsync(
        PackFile file, string title, string none, IReadOnlyList<string> columns, IAsyncEnumerable<string[]> rows)
    {
        var any = false;
        await file.WriteAsync($"<h2>{Html(title)}</h2>\n");
        await foreach (var row in rows)
        {
            if (!any) await file.WriteAsync($"<table>\n<thead>{Row("th scope=\"col\"", columns)}</thead>\n<tbody>\n");
            any = true;
            await file.WriteAsync(Row("td", row));
        }

        await file.WriteAsync(any ? "</tbody>\n</table>\n" : $"<p>{Html(none)}</p>\n");
    }

    private static string Row(string cell, IEnumerable<string> texts) =>
        $"<tr>{string.Concat(texts.Select(text => $"<{cell}>{Html(text)}</{cell[..2]}>"))}</tr>\n";

    internal static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
