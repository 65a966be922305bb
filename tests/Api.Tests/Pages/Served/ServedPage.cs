using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Safeguard.Api.Tests.Pages.Served;

/// <summary>A page as a browser gets it from the real server.</summary>
public sealed record ServedPage(int Status, string? Location, IDocument Document, string Html)
{
    public string Heading => Document.QuerySelectorAll("h1").ShouldHaveSingleItem().TextContent.Trim();

    public string Title => Document.Title ?? "";

    /// <summary>What somebody reads of it, blanks made one.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? "")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IElement? Find(string selector) => Document.QuerySelector(selector);

    public string? Value(string selector) => Find(selector) switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    /// <summary>What the browser sends when that form's button is pressed with these answers.</summary>
    public IReadOnlyDictionary<string, string> Filled(string form, params (string Name, string Value)[] answers)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = Find($"form#{form}").ShouldNotBeNull($"There is no form {form}.");
        foreach (var field in found.QuerySelectorAll("[name]"))
        {
            var name = field.GetAttribute("name")!;
            switch (field)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } choice:
                    if (choice.IsChecked) fields[name] = choice.Value;
                    break;
                case IHtmlInputElement input: fields[name] = input.Value; break;
                case IHtmlTextAreaElement area: fields[name] = area.Value; break;
                case IHtmlSelectElement select: fields[name] = select.Value ?? ""; break;
            }
        }

        foreach (var (name, value) in answers)
        {
            Find($"form#{form} [name='{name}']").ShouldNotBeNull($"The form {form} has no field {name}.");
            fields[name] = value;
        }

        return fields;
    }

    public string Action(string form) => Find($"form#{form}")!.GetAttribute("action")!;
}

/// <summary>What people do in a browser without script.</summary>
public static class Browsing
{
    public static async Task<ServedPage> OpenAsync(this HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    public static async Task<ServedPage> PostAsync(
        this HttpClient browser, string path, IReadOnlyDictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(path, form, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    /// <summary>Answers a form of a page and presses its button.</summary>
    public static Task<ServedPage> SubmitAsync(
        this HttpClient browser, ServedPage page, string form, params (string Name, string Value)[] answers) =>
        browser.PostAsync(page.Action(form), page.Filled(form, answers));

    /// <summary>The same, followed to where it leads.</summary>
    public static async Task<ServedPage> DoAsync(
        this HttpClient browser, ServedPage page, string form, params (string Name, string Value)[] answers)
    {
        var sent = await browser.SubmitAsync(page, form, answers);
        sent.Status.ShouldBe(303, sent.Text);
        return await browser.OpenAsync(sent.Location!);
    }

    private static async Task<ServedPage> ReadAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var document = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        return new((int)answer.StatusCode, answer.Headers.Location?.OriginalString, document, html);
    }
}
