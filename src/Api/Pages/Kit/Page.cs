using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.WebEncoders;

namespace Safeguard.Api.Pages.Kit;

/// <summary>A whole page: one immutable view and its frame. It reads no data and holds no state.</summary>
public abstract class Page<TView> : ComponentBase
    where TView : class
{
    [Parameter, EditorRequired] public required TView View { get; set; }

    [Parameter, EditorRequired] public required Frame Frame { get; set; }

    protected PageClock Clock => Frame.Clock;
}

/// <summary>How an endpoint answers with a page.</summary>
public static class PageResult
{
    public static RazorComponentResult<TPage> Show<TPage, TView>(Frame frame, TView view, int status = 200)
        where TPage : Page<TView>
        where TView : class =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(Page<>.View)] = view,
            [nameof(Page<>.Frame)] = frame,
        })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>Rendering, with names and punctuation written as themselves rather than as numbers.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.Configure<WebEncoderOptions>(
            options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }
}
