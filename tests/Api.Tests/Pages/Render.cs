using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Tests.Pages;

/// <summary>Renders a page as the server does, to the HTML that a browser gets.</summary>
public static class Render
{
    public static async Task<string> Page(Type page, object view, Frame frame)
    {
        var services = new ServiceCollection();
        services.AddSingleton<HtmlEncoder>(HtmlEncoder.Create(new TextEncoderSettings(UnicodeRanges.All)));
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view, ["Frame"] = frame });
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync(page, parameters)).ToHtmlString());
    }
}
