using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Docs;

/// <summary>
/// <c>/docs</c>: the OpenAPI document as a page. It is rendered here like every other page, so that the content
/// security policy need not let in the inline styles of a viewer written for any site.
/// </summary>
public sealed class DocsPages(
    [FromKeyedServices(ApiDescription.Document)] IOpenApiDocumentProvider document, PageFrame frames)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapDocs(IEndpointRouteBuilder app) =>
        app.MapGet("/docs", (HttpContext http, DocsPages pages) => pages.ShowAsync(http))
            .For(Access.Public).ExcludeFromDescription();

    /// <summary>Made once: what is described does not change while the server runs.</summary>
    private DocsView? _view;

    private async Task<RazorComponentResult<DocsPage>> ShowAsync(HttpContext http)
    {
        _view ??= Of(await document.GetOpenApiDocumentAsync(http.RequestAborted));
        return PageResult.Show<DocsPage, DocsView>(frames.For(http), _view);
    }

    private static DocsView Of(OpenApiDocument document)
    {
        var operations =
            from path in document.Paths
            from operation in path.Value.Operations ?? []
            select (Area: operation.Value.Tags?.FirstOrDefault()?.Name ?? "other",
                Operation: Of(path.Key, operation.Key.Method, operation.Value));
        return new(
            document.Info.Description ?? "",
            [
                .. operations.GroupBy(found => found.Area, StringComparer.Ordinal)
                    .Select(area => new DocsArea(area.Key, [.. area.Select(found => found.Operation)])),
            ]);
    }

    private static DocsOperation Of(string path, string method, OpenApiOperation operation) => new(
        operation.OperationId ?? $"{method}{path}", method, path, operation.Summary ?? "", operation.Description ?? "",
        [
            .. (operation.Parameters ?? []).Select(part => new DocsPart(
                part.Name ?? "", part.In?.ToString().ToLowerInvariant() ?? "",
                part.Required ? $"{part.Description} Needed.".Trim() : part.Description ?? "")),
        ],
        operation.RequestBody?.Content?.Values.FirstOrDefault()?.Example?.ToJsonString(Readable),
        [
            .. (operation.Responses ?? []).OrderBy(answer => answer.Key, StringComparer.Ordinal)
                .Select(answer => new DocsAnswer(
                    answer.Key, answer.Value.Description ?? "",
                    answer.Key[0] == '2' ? FieldsOf(answer.Value) : [])),
        ]);

    private static IReadOnlyList<string> FieldsOf(IOpenApiResponse answer)
    {
        var schema = answer.Content?.Values.FirstOrDefault()?.Schema;
        var fields = schema?.Properties ?? schema?.Items?.Properties;
        return [.. fields?.Keys ?? Enumerable.Empty<string>()];
    }
}
